import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '../../src/kernel/refusal.js';
import { rowsKnown, type Known } from '../kit/known.js';
import { actionBoardTable, type ActionBoardRow } from './row.js';

/** Every action of a plan, in the order of its references. */
export class ActionBoard extends Query<readonly ActionBoardRow[]> {
  constructor(
    readonly known: Known,
    readonly planId?: string,
  ) {
    super();
  }
}

/** One action. @throws NotFound */
export class OneAction extends Query<ActionBoardRow> {
  constructor(
    readonly known: Known,
    readonly actionId: string,
  ) {
    super();
  }
}

@QueryHandler(ActionBoard)
export class ActionBoardHandler implements IQueryHandler<ActionBoard> {
  constructor(private readonly db: DataSource) {}

  execute({ known, planId }: ActionBoard): Promise<readonly ActionBoardRow[]> {
    const rows = rowsKnown(this.db, actionBoardTable, known);
    if (planId) rows.andWhere('row.planId = :planId', { planId });
    return rows.orderBy('row.theme').addOrderBy('row.reference').getMany();
  }
}

@QueryHandler(OneAction)
export class OneActionHandler implements IQueryHandler<OneAction> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, actionId }: OneAction): Promise<ActionBoardRow> {
    const row = await rowsKnown(this.db, actionBoardTable, known)
      .andWhere('row.rowKey = :actionId', { actionId })
      .getOne();
    if (!row)
      throw new NotFound(
        'no-such-action',
        'There is no such action, or it was not yet known at that moment.',
        'actionId',
      );
    return row;
  }
}

export const actionBoardQueries = [ActionBoardHandler, OneActionHandler];
