import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Sender } from '../../event-store/command/command.js';
import { Requires } from '../../identity/requires.js';
import { importIdOf } from '../../importers/file/read-file.js';
import { Uploads } from '../../importers/uploads.js';
import { page, SeeOther, submit, type Page, type Typed } from '../answer/page.js';
import type { Problem } from '../answer/problem.js';
import { By, Form } from '../answer/request.js';
import { ImportDesk } from './desk.js';
import { particularsOf } from './form.js';
import { checkView } from './view.js';

/** What would become of every row of a file that was handed in; nothing is recorded before it is confirmed. */
@Controller('imports/check/:sha256')
export class CheckImportPage {
  constructor(
    private readonly desk: ImportDesk,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Requires('imports.make')
  async show(
    @Param('sha256') sha256: string,
    @Query() particulars: Record<string, unknown>,
    @By() sender: Sender,
    problem?: Problem,
  ): Promise<Page> {
    const checked = await this.desk.check(await this.uploads.find(sha256), particularsOf(particulars), sender);
    return page('imports/check.njk', checkView(checked), problem);
  }

  @Post()
  @Requires('imports.make')
  confirm(@Param('sha256') sha256: string, @Form() typed: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.carryOut(sha256, typed, sender),
      done: new SeeOther(`/imports/${importIdOf(sha256)}`, 'The file was imported'),
      again: (problem) => this.show(sha256, typed, sender, problem),
    });
  }

  private async carryOut(sha256: string, typed: Typed, sender: Sender): Promise<void> {
    const checked = await this.desk.check(await this.uploads.find(sha256), particularsOf(typed), sender);
    await this.desk.carryOut(checked, sender);
    await this.uploads.forget(sha256);
  }
}
