import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '../../src/kernel/refusal.js';
import { rowsKnown, type Known } from '../kit/known.js';
import { importReceiptsTable, type ImportRow } from './row.js';

export type ListedImport = Omit<ImportRow, 'receipts'>;
/** Newest first. With `more`, the position of the last one is the `before` of the page that follows. */
export type ImportsPage = Readonly<{ imports: readonly ListedImport[]; more: boolean }>;

export const IMPORTS_PAGE = 50;

/** Every import, without its receipts. */
export class Imports extends Query<ImportsPage> {
  constructor(
    readonly known: Known,
    readonly page: Readonly<{ before?: number | null; size?: number }> = {},
  ) {
    super();
  }
}

/** One import with its receipts, in the order of the file. @throws NotFound */
export class OneImport extends Query<ImportRow> {
  constructor(
    readonly known: Known,
    readonly importId: string,
  ) {
    super();
  }
}

const listed = Object.keys(importReceiptsTable.entity.options.columns)
  .filter((column) => column !== 'receipts')
  .map((column) => `row.${column}`);

@QueryHandler(Imports)
export class ImportsHandler implements IQueryHandler<Imports> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, page: { before, size = IMPORTS_PAGE } }: Imports): Promise<ImportsPage> {
    const rows = rowsKnown(this.db, importReceiptsTable, known).select(listed);
    if (before) rows.andWhere('row.position < :before', { before });
    const found = await rows
      .orderBy('row.position', 'DESC')
      .limit(size + 1)
      .getMany();
    return { imports: found.slice(0, size), more: found.length > size };
  }
}

@QueryHandler(OneImport)
export class OneImportHandler implements IQueryHandler<OneImport> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, importId }: OneImport): Promise<ImportRow> {
    const row = await rowsKnown(this.db, importReceiptsTable, known)
      .andWhere('row.rowKey = :importId', { importId })
      .getOne();
    if (!row)
      throw new NotFound(
        'no-such-import',
        'There is no such import, or it was not yet known at that moment.',
        'importId',
      );
    return row;
  }
}

export const importReceiptsQueries = [ImportsHandler, OneImportHandler];
