import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OneAction } from '../../../../projections/action-board/query.js';
import { NOW } from '../../../../projections/kit/known.js';
import type { Sender } from '../../../event-store/command/command.js';
import { fill } from '../../../event-store/command/fill.js';
import { Requires } from '../../../identity/requires.js';
import { NoteProgress } from '../../../plan/action/commands.js';
import { Clock } from '../../../kernel/clock.js';
import { IdOf } from '../../answer/id.js';
import { Commands } from '../../answer/commands.js';
import { editForm } from '../../answer/edit-form.js';
import { page, SeeOther, submit, type Typed } from '../../answer/page.js';
import type { Problem } from '../../answer/problem.js';
import { By, Draft, Form } from '../../answer/request.js';

@Controller('actions/:actionId/note')
export class NoteProgressPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('actions.note')
  async show(@IdOf('action') actionId: string, @Draft() typed: Typed | null, problem?: Problem) {
    const action = await this.queries.execute(new OneAction(NOW, this.clock.today(), actionId));
    return page('action/note/page.njk', { action, ...editForm(action.revision, typed, problem) }, problem);
  }

  @Post()
  @Requires('actions.note')
  note(@IdOf('action') actionId: string, @Form() typed: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.commands.send(fill(NoteProgress, { ...typed, actionId }).by(sender)),
      done: new SeeOther(`/actions/${actionId}`, 'Your note was recorded'),
      again: (problem) => this.show(actionId, typed, problem),
    });
  }
}
