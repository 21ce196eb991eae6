import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ActionBoard, OneAction, type BoardAction } from '../../../projections/action-board/query.js';
import type { Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import { NoteProgress, RaiseAction, RateAction } from '../../plan/action/commands.js';
import { IdOf, newIdOf } from '../answer/id.js';
import { Reads, Writes } from '../answer/api.js';
import { Commands } from '../answer/commands.js';
import { AsAt, AtKnown, By } from '../answer/request.js';
import { filterOf, planOf, wanted } from '../actions/filter.js';
import { sorted } from '../actions/sort.js';
import { ActionsAsked, AskedAsAt } from './asked.js';
import { ActionAnswer, ActionReceipt, NewAction, Note, Rating } from './answers.js';

@ApiTags('Actions')
@Controller('api/actions')
export class ActionApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('actions.read')
  @Reads('Every action of a plan; without a plan, of the first', [ActionAnswer])
  @ActionsAsked()
  async list(
    @AtKnown() known: Known,
    @AsAt() asAt: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Req() { person }: Request,
  ) {
    const actions = await this.queries.execute(new ActionBoard(known, asAt, planOf(query)));
    const filter = filterOf(query);
    return sorted(actions.filter(wanted(filter, person?.userId ?? null)), filter.sort).map(answerOf);
  }

  @Get(':actionId')
  @Requires('actions.read')
  @Reads('One action', ActionAnswer)
  @AskedAsAt()
  async one(@IdOf('action') actionId: string, @AtKnown() known: Known, @AsAt() asAt: string) {
    return answerOf(await this.queries.execute(new OneAction(known, asAt, actionId)));
  }

  @Post()
  @Requires('plan.edit')
  @Writes('Raise an action', ActionReceipt, 201)
  async raise(@Body() body: NewAction, @By() sender: Sender) {
    const actionId = newIdOf('action', sender);
    const receipt = await this.commands.send(fill(RaiseAction, { ...body, actionId }).by(sender));
    return { ...receipt, actionId };
  }

  @Post(':actionId/rating')
  @Requires('actions.rate')
  @Writes('Rate an action, with the rationale')
  rate(@IdOf('action') actionId: string, @Body() body: Rating, @By() sender: Sender) {
    return this.commands.send(fill(RateAction, { ...body, actionId }).by(sender));
  }

  @Post(':actionId/notes')
  @Requires('actions.note')
  @Writes('Note progress on an action')
  note(@IdOf('action') actionId: string, @Body() body: Note, @By() sender: Sender) {
    return this.commands.send(fill(NoteProgress, { ...body, actionId }).by(sender));
  }
}

/** The row without what the kit keeps beside it. */
const answerOf = ({ standing: { derived, ...standing }, ...row }: BoardAction): ActionAnswer => {
  const { actionId, planId, reference, theme, planRefs, title, leadRole, ownerId, startOn, dueOn, firstDueOn } = row;
  const { supportingLeads, dependsOn, successLooksLike, measureIds, recommendations, moves, risk, dispute } = row;
  const { rating, rationale, ratedAsAt, lastNote, lastNoteAsAt, revision, steps, evidence, escalations } = row;
  return {
    ...{ actionId, planId, reference, theme, planRefs, title, leadRole, ownerId, supportingLeads, dependsOn },
    ...{ successLooksLike, measureIds, recommendations, startOn, dueOn, firstDueOn, moves },
    ...{ rating, rationale, ratedAsAt, lastNote, lastNoteAsAt, risk, dispute, steps, evidence, escalations },
    ...{ completion: row.completion, claimedBy: row.claim?.claimedBy ?? null, verifiedBy: row.verifiedBy },
    standing: { ...standing, rating: derived.rating, signs: [...derived.signs], working: [...derived.working] },
    revision,
  };
};
