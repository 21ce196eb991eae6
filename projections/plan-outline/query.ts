import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '../../src/kernel/refusal.js';
import { rowsKnown, type Known } from '../kit/known.js';
import { planOutlineTable, type PlanOutlineRow } from './row.js';

/** One plan; without an id, the first that was adopted. @throws NotFound */
export class PlanOutline extends Query<PlanOutlineRow> {
  constructor(
    readonly known: Known,
    readonly planId?: string,
  ) {
    super();
  }
}

/** Every plan, in the order of adoption. */
export class Plans extends Query<readonly PlanOutlineRow[]> {
  constructor(readonly known: Known) {
    super();
  }
}

/** @throws NotFound */
export const planKnown = async (db: DataSource, known: Known, planId?: string): Promise<PlanOutlineRow> => {
  const rows = rowsKnown(db, planOutlineTable, known);
  if (planId) rows.andWhere('row.rowKey = :planId', { planId });
  const row = await rows.orderBy('row.adoptedOn').addOrderBy('row.rowKey').limit(1).getOne();
  if (row) return row;
  if (planId) throw new NotFound('no-such-plan', 'There is no such plan, or it was not yet known at that moment.');
  throw new NotFound(
    'no-plan',
    known.instant === null
      ? 'There is no improvement plan yet. An administrator adopts one over the API.'
      : 'There was no improvement plan at that moment.',
  );
};

@QueryHandler(PlanOutline)
export class PlanOutlineHandler implements IQueryHandler<PlanOutline> {
  constructor(private readonly db: DataSource) {}

  execute({ known, planId }: PlanOutline): Promise<PlanOutlineRow> {
    return planKnown(this.db, known, planId);
  }
}

@QueryHandler(Plans)
export class PlansHandler implements IQueryHandler<Plans> {
  constructor(private readonly db: DataSource) {}

  execute({ known }: Plans): Promise<readonly PlanOutlineRow[]> {
    return rowsKnown(this.db, planOutlineTable, known).orderBy('row.adoptedOn').addOrderBy('row.rowKey').getMany();
  }
}

export const planOutlineQueries = [PlanOutlineHandler, PlansHandler];
