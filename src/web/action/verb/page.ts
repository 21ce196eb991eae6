import { Controller, Get, Inject, Post, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OneAction, type BoardAction } from '../../../../projections/action-board/query.js';
import { NOW } from '../../../../projections/kit/known.js';
import type { Sender } from '../../../event-store/command/command.js';
import { Requires } from '../../../identity/requires.js';
import { Clock } from '../../../kernel/clock.js';
import { Commands } from '../../answer/commands.js';
import { editForm } from '../../answer/edit-form.js';
import { IdOf } from '../../answer/id.js';
import { page, SeeOther, submit, type Page, type Typed } from '../../answer/page.js';
import type { Problem } from '../../answer/problem.js';
import { By, Draft, Form } from '../../answer/request.js';
import { boxesOf } from './boxes.js';
import type { Verb } from './verb.js';
import { VERBS } from './verbs.js';

/** The page of one verb: its form, and what happens when it is sent. */
const pageOf = (verb: Verb): Type => {
  @Controller(`actions/:actionId/${verb.path}`)
  class VerbPage {
    constructor(
      @Inject(QueryBus) private readonly queries: QueryBus,
      @Inject(Commands) private readonly commands: Commands,
      @Inject(Clock) private readonly clock: Clock,
    ) {}

    @Get()
    @Requires(verb.permission)
    async show(
      @IdOf('action') actionId: string,
      @Draft() typed: Typed | null,
      @By() sender: Sender,
      problem?: Problem,
    ) {
      const action = await this.action(actionId);
      const form = editForm(action.revision, typed, problem);
      const boxes = boxesOf(verb, action, form.typed, this.clock.today());
      const closed = verb.closed(action, sender.actor.userId);
      return page('action/verb/page.njk', { verb, action, boxes, closed, ...form }, problem);
    }

    @Post()
    @Requires(verb.permission)
    async send(@IdOf('action') actionId: string, @Form() typed: Typed, @By() sender: Sender): Promise<Page | SeeOther> {
      const action = await this.action(actionId);
      return submit({
        send: () => this.commands.send(verb.command(typed, action).by(sender)),
        done: new SeeOther(`/actions/${actionId}`, verb.done),
        again: (problem) => this.show(actionId, typed, sender, problem),
      });
    }

    private action(actionId: string): Promise<BoardAction> {
      return this.queries.execute(new OneAction(NOW, this.clock.today(), actionId));
    }
  }
  Object.defineProperty(VerbPage, 'name', { value: `${verb.command.name || verb.path}Page` });
  return VerbPage;
};

export const verbPages: readonly Type[] = VERBS.map(pageOf);
