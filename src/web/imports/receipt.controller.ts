import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OneImport } from '../../../projections/import-receipts/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { csvOf } from '../shell/csv.js';
import { KINDS_IN_WORDS, RECEIPT_HEADINGS, receiptRows } from './view.js';

/** What became of each row of one imported file. */
@Controller('imports/:importId')
export class ImportReceiptPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('imports.read')
  async show(@IdOf('import') importId: string, @AtKnown() known: Known) {
    const imported = await this.queries.execute(new OneImport(known, importId));
    return page('imports/one.njk', { imported, kind: KINDS_IN_WORDS[imported.kind] });
  }

  @Get('receipts.csv')
  @Requires('imports.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="receipts.csv"')
  async download(@IdOf('import') importId: string, @AtKnown() known: Known) {
    return csvOf(RECEIPT_HEADINGS, receiptRows(await this.queries.execute(new OneImport(known, importId))));
  }
}
