import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NOW, rowsKnown } from '../kit/known.js';
import { councilTable, type CouncilRow } from './row.js';

/** The council as it is called now; before the log is opened it has no name yet. */
export class Council extends Query<CouncilRow> {}

@QueryHandler(Council)
export class CouncilHandler implements IQueryHandler<Council> {
  constructor(private readonly db: DataSource) {}

  async execute(): Promise<CouncilRow> {
    const row = await rowsKnown(this.db, councilTable, NOW).getOne();
    return row ?? { name: 'Daybook', mode: 'live' };
  }
}

export const councilQueries = [CouncilHandler];
