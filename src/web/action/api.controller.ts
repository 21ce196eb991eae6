import { Body, Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ActionBoard, OneAction } from '../../../projections/action-board/query.js';
import type { ActionBoardRow } from '../../../projections/action-board/row.js';
import type { Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import { NoteProgress, RaiseAction, RateAction } from '../../plan/action/commands.js';
import { IdOf, newIdOf } from '../answer/id.js';
import { Reads, Writes } from '../answer/api.js';
import { Commands } from '../answer/commands.js';
import { AtKnown, By } from '../answer/request.js';
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
  @Reads('Every action of the plan', [ActionAnswer])
  async list(@AtKnown() known: Known) {
    return (await this.queries.execute(new ActionBoard(known))).map(answerOf);
  }

  @Get(':actionId')
  @Requires('actions.read')
  @Reads('One action', ActionAnswer)
  async one(@IdOf('action') actionId: string, @AtKnown() known: Known) {
    return answerOf(await this.queries.execute(new OneAction(known, actionId)));
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
const answerOf = (row: ActionBoardRow): ActionAnswer => {
  const { actionId, planId, reference, theme, planRefs, title, leadRole, startOn, dueOn } = row;
  const { rating, rationale, ratedAsAt, lastNote, lastNoteAsAt, revision } = row;
  const identity = { actionId, planId, reference, theme, planRefs, title, leadRole, startOn, dueOn };
  return { ...identity, rating, rationale, ratedAsAt, lastNote, lastNoteAsAt, revision };
};
