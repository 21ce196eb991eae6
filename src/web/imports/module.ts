import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportersModule } from '../../importers/module.js';
import { ImportsApi } from './api.controller.js';
import { CheckImportPage } from './check.controller.js';
import { ImportsPage } from './controller.js';
import { ImportDesk } from './desk.js';
import { ImportList } from './list.js';
import { ImportReceiptPage } from './receipt.controller.js';

@Module({
  imports: [CqrsModule, ImportersModule],
  controllers: [ImportsPage, CheckImportPage, ImportReceiptPage, ImportsApi],
  providers: [ImportList, ImportDesk],
})
export class ImportsModule {}
