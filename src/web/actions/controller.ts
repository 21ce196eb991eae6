import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Request } from 'express';
import { ActionBoard } from '../../../projections/action-board/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AsAt, AtKnown } from '../answer/request.js';
import { csvOf } from '../shell/csv.js';
import { csvRows, CSV_HEADINGS } from './csv.js';
import { filterOf, planOf, wanted } from './filter.js';
import { sorted } from './sort.js';
import { actionsView } from './view.js';

type Asked = Readonly<Record<string, unknown>>;

/** Every action of the plan, theme by theme: what its owner claims beside what the facts support. */
@Controller('actions')
export class ActionsPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('actions.read')
  async show(@AtKnown() known: Known, @AsAt() asAt: string, @Query() query: Asked, @Req() { person }: Request) {
    const { plan, actions } = await this.board(known, asAt, query);
    const around = { filter: filterOf(query), person: person?.userId ?? null, asAt };
    return page('actions/page.njk', { plan, ...actionsView(plan, actions, around) });
  }

  @Get('actions.csv')
  @Requires('actions.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="actions.csv"')
  async export(@AtKnown() known: Known, @AsAt() asAt: string, @Query() query: Asked, @Req() { person }: Request) {
    const { actions } = await this.board(known, asAt, query);
    const filter = filterOf(query);
    const shown = sorted(actions.filter(wanted(filter, person?.userId ?? null)), filter.sort);
    return csvOf(CSV_HEADINGS, csvRows(shown, known.instant));
  }

  private async board(known: Known, asAt: string, query: Asked) {
    const plan = await this.queries.execute(new PlanOutline(known, planOf(query)));
    return { plan, actions: await this.queries.execute(new ActionBoard(known, asAt, plan.planId)) };
  }
}
