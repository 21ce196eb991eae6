import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { NotFound } from '../../src/kernel/refusal.js';
import type { MeasureFact } from '../../src/kernel/action-facts.js';
import { rowsKnown, type Known } from '../kit/known.js';
import type { MonthlyDashboardRow } from '../monthly-dashboard/row.js';
import { monthlyDashboardTable } from '../monthly-dashboard/row.js';
import { planKnown } from '../plan-outline/query.js';
import type { PlanOutlineRow } from '../plan-outline/row.js';
import { measureFact } from './facts.js';
import { actionBoardTable, type ActionBoardRow } from './row.js';
import { standingOf, type Standing } from './standing.js';

/** What a linked measure is called, with what it says on the day. */
type Linked = MeasureFact & Readonly<{ measureId: string }>;

export type BoardAction = ActionBoardRow & Readonly<{ standing: Standing; measures: readonly Linked[] }>;

/** Every action of a plan, in the order of its references, each as it stands on a day (`2018-01-16`). @throws NotFound */
export class ActionBoard extends Query<readonly BoardAction[]> {
  constructor(
    readonly known: Known,
    readonly asAt: string,
    readonly planId?: string,
  ) {
    super();
  }
}

/** One action as it stands on a day. @throws NotFound */
export class OneAction extends Query<BoardAction> {
  constructor(
    readonly known: Known,
    readonly asAt: string,
    readonly actionId: string,
  ) {
    super();
  }
}

/** What the linked measures say, by id: those of all these actions at once. */
const measuresOf = async (
  db: DataSource,
  known: Known,
  rows: readonly ActionBoardRow[],
  { rules }: Pick<PlanOutlineRow, 'rules'>,
  asAt: string,
): Promise<ReadonlyMap<string, MeasureFact>> => {
  const ids = [...new Set(rows.flatMap(({ measureIds }) => measureIds))];
  if (ids.length === 0) return new Map();
  const measures: MonthlyDashboardRow[] = await rowsKnown(db, monthlyDashboardTable, known)
    .andWhere('row.rowKey in (:...ids)', { ids })
    .getMany();
  return new Map(measures.map((measure) => [measure.measureId, measureFact(measure, asAt.slice(0, 7), rules)]));
};

const standing = async (
  db: DataSource,
  known: Known,
  rows: readonly ActionBoardRow[],
  plan: PlanOutlineRow,
  asAt: string,
): Promise<BoardAction[]> => {
  const measures = await measuresOf(db, known, rows, plan, asAt);
  return rows.map((row) => ({
    ...row,
    standing: standingOf(row, plan, measures, asAt),
    measures: row.measureIds.flatMap((measureId) => {
      const fact = measures.get(measureId);
      return fact ? [{ measureId, ...fact }] : [];
    }),
  }));
};

@QueryHandler(ActionBoard)
export class ActionBoardHandler implements IQueryHandler<ActionBoard> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, asAt, planId: asked }: ActionBoard): Promise<readonly BoardAction[]> {
    const plan = await planKnown(this.db, known, asked);
    const rows = await rowsKnown(this.db, actionBoardTable, known)
      .andWhere('row.planId = :planId', { planId: plan.planId })
      .orderBy('row.theme')
      .addOrderBy('row.reference')
      .getMany();
    return standing(this.db, known, rows, plan, asAt);
  }
}

@QueryHandler(OneAction)
export class OneActionHandler implements IQueryHandler<OneAction> {
  constructor(private readonly db: DataSource) {}

  async execute({ known, asAt, actionId }: OneAction): Promise<BoardAction> {
    const row = await rowsKnown(this.db, actionBoardTable, known)
      .andWhere('row.rowKey = :actionId', { actionId })
      .getOne();
    if (!row)
      throw new NotFound(
        'no-such-action',
        'There is no such action, or it was not yet known at that moment.',
        'actionId',
      );
    const [action] = await standing(this.db, known, [row], await planKnown(this.db, known, row.planId), asAt);
    return action!;
  }
}

export const actionBoardQueries = [ActionBoardHandler, OneActionHandler];
