import { Controller, Get, Header, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ActionBoard } from '../../../../projections/action-board/query.js';
import type { Known } from '../../../../projections/kit/known.js';
import { PlanOutline } from '../../../../projections/plan-outline/query.js';
import { Requires } from '../../../identity/requires.js';
import { monthEnds } from '../by-month/month-ends.js';
import { planOf } from '../filter.js';
import { page } from '../../answer/page.js';
import { AsAt, AtKnown } from '../../answer/request.js';
import { csvOf } from '../../shell/csv.js';
import { dueDatesView, ledgerOf } from './view.js';

type Asked = Readonly<Record<string, unknown>>;
const HEADINGS = [
  'Reference',
  'Action',
  'Owner',
  'Move',
  'From',
  'To',
  'Days',
  'Agreed by',
  'Why',
  'Recorded',
  'First due',
];

/** Every date in the plan that was moved, and how far the plan has moved from its first dates. */
@Controller('actions/due-dates')
export class DueDatesPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('actions.read')
  async show(@AtKnown() known: Known, @AsAt() asAt: string, @Query() query: Asked) {
    const { plan, actions } = await this.board(known, asAt, query);
    const first = actions.map(({ raisedOn }) => raisedOn).sort()[0] ?? asAt;
    return page('actions/due-dates/page.njk', { plan, asAt, ...dueDatesView(actions, monthEnds(first, asAt)) });
  }

  @Get('due-dates.csv')
  @Requires('actions.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="due-dates.csv"')
  async export(@AtKnown() known: Known, @AsAt() asAt: string, @Query() query: Asked) {
    const { actions } = await this.board(known, asAt, query);
    const rows = ledgerOf(actions).map(({ action, ordinal, from, to, days, agreedBy, why, movedOn }) => [
      ...[action.reference, action.title, action.leadRole, ordinal, from, to, days, agreedBy, why, movedOn],
      action.firstDueOn,
    ]);
    return csvOf(HEADINGS, rows);
  }

  private async board(known: Known, asAt: string, query: Asked) {
    const plan = await this.queries.execute(new PlanOutline(known, planOf(query)));
    return { plan, actions: await this.queries.execute(new ActionBoard(known, asAt, plan.planId)) };
  }
}
