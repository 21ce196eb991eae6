import fc from 'fast-check';
import type { Meta } from '../../src/kernel/decider.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { BRAG } from '../../src/kernel/brag.js';
import { fill } from '../../src/event-store/command/fill.js';
import * as ask from '../../src/plan/action/commands.js';
import { actionDecider } from '../../src/plan/action/decider.js';
import type { ActionEvent } from '../../src/plan/action/events.js';
import type { Action } from '../../src/plan/action/state.js';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const actionId = id(9);
const PEOPLE = ['owner', 'deputy', 'quality', 'chair'] as const;
const WHY = 'Agreed at the meeting';

const person = fc.constantFrom(...PEOPLE);
const oneOf = (...values: readonly (string | null)[]) => fc.constantFrom(...values);
const asAt = oneOf('2018-01-10', '2018-01-15', '2018-01-15', '2018-01-16', '2018-01-16', '2018-01-17');
const due = oneOf('2017-08', '2018-03-31', '2018-06', '2017-18 Q4', '2018-19 Q1', 'ongoing');
const three = fc.integer({ min: 1, max: 3 }).map(id);
const evidenceIds = fc.uniqueArray(three, { maxLength: 3 });
const why = fc.constant(WHY);

type Class = (typeof ask.actionCommands)[number];
/** Filled once: every history holds dozens of them. */
const command = (type: Class, fields: Record<string, fc.Arbitrary<unknown>> = {}) => {
  const blank = fill(type as new () => ask.ActionCommand, { actionId });
  const make = (data: object) =>
    Object.assign(Object.create(Object.getPrototypeOf(blank) as object) as ask.ActionCommand, blank, data);
  return fc.record(fields).map(make);
};

const raise = command(ask.RaiseAction, {
  planId: fc.constantFrom(id(7), id(7), id(7), id(8)),
  reference: fc.constant('A12'),
  theme: fc.constant(4),
  planRefs: fc.constant([]),
  title: fc.constant('Decide on every contact'),
  leadRole: oneOf('Head of the front door', null),
  ownerId: fc.option(person),
  startOn: oneOf('2017-09', '2018-04', null),
  dueOn: fc.option(due),
});
/** Every command there is, as often as it needs to be for the whole life of an action to come up. */
const everyCommand: Record<ask.ActionCommand['type'], fc.Arbitrary<ask.ActionCommand>> = {
  RaiseAction: raise,
  ChangeActionParticulars: command(ask.ChangeActionParticulars, {
    theme: fc.integer({ min: 1, max: 3 }),
    planRefs: fc.constant([]),
    title: oneOf('Decide', 'Decide on every contact'),
    supportingLeads: fc.constant([]),
    dependsOn: fc.constant([]),
    startOn: oneOf('2017-09', '2018-04', null),
    measureIds: fc.constant([]),
    recommendations: fc.constant([]),
    why,
  }),
  AssignAction: command(ask.AssignAction, { ownerRole: oneOf('Head', 'Deputy'), ownerId: fc.option(person) }),
  NoteProgress: command(ask.NoteProgress, { note: oneOf('Begun', 'Going on'), asAt }),
  RateAction: command(ask.RateAction, { to: fc.constantFrom(...BRAG), rationale: why, asAt }),
  PutActionAtRisk: command(ask.PutActionAtRisk, { risk: why, asAt }),
  LiftActionRisk: command(ask.LiftActionRisk, { why }),
  AnswerDispute: command(ask.AnswerDispute, {
    claimed: fc.constantFrom(...BRAG),
    derived: fc.constantFrom(...BRAG),
    answer: why,
    asAt,
  }),
  MoveDueDate: command(ask.MoveDueDate, { to: due, agreedBy: fc.constant('the board'), why }),
  AddStep: command(ask.AddStep, { stepId: three, title: oneOf('Train', 'Ask'), dueOn: oneOf('2018-02', '2017-08') }),
  CompleteStep: command(ask.CompleteStep, { stepId: three, doneOn: asAt }),
  ReopenStep: command(ask.ReopenStep, { stepId: three, why }),
  MoveStep: command(ask.MoveStep, { stepId: three, to: oneOf('2018-02', '2018-03-15'), why }),
  DropStep: command(ask.DropStep, { stepId: three, why }),
  AttachEvidence: command(ask.AttachEvidence, {
    evidenceId: three,
    title: fc.constant('Minutes'),
    kind: fc.constant('link'),
    link: oneOf('https://example.org/minutes', 'https://example.org/minutes', null),
  }),
  WithdrawEvidence: command(ask.WithdrawEvidence, { evidenceId: three, why }),
  EscalateAction: command(ask.EscalateAction, { escalationId: three, board: oneOf('the board'), question: why, asAt }),
  AnswerEscalation: command(ask.AnswerEscalation, { escalationId: three, answer: oneOf('Yes', 'No'), asAt }),
  ClaimCompletion: command(ask.ClaimCompletion, { summary: why, asAt, evidenceIds: fc.option(evidenceIds) }),
  VerifyCompletion: command(ask.VerifyCompletion, { comment: why, asAt, evidenceIds }),
  SendBackCompletion: command(ask.SendBackCompletion, { why, asAt }),
  ReopenAction: command(ask.ReopenAction, { why }),
  WithdrawAction: command(ask.WithdrawAction, { why }),
};
const sent = fc.record({
  command: fc.oneof(
    ...Object.values(everyCommand).map((arbitrary) => ({ arbitrary, weight: 1 })),
    ...(['AttachEvidence', 'ClaimCompletion', 'VerifyCompletion', 'ReopenAction', 'AnswerDispute'] as const).map(
      (name) => ({
        arbitrary: everyCommand[name],
        weight: 4,
      }),
    ),
  ),
  userId: person,
});
/** An action that was raised, and what anybody then asks of it. */
export const history = fc.tuple(
  fc.record({ command: raise, userId: person }),
  fc.array(sent, { minLength: 20, maxLength: 60, size: 'max' }),
);

type Sent = Readonly<{ command: ask.ActionCommand; userId: string }>;
export type Turn = Readonly<{
  command: ask.ActionCommand;
  userId: string;
  before: Action;
  facts: readonly ActionEvent[];
  after: Action;
}>;

export const metaOf = (userId: string): Meta => ({ now: '2018-01-16T09:30:00.000Z', actor: { userId, role: 'lead' } });

/** One after the other, as they would be sent; a refusal changes nothing. */
export const live = ([first, rest]: readonly [Sent, readonly Sent[]]): Turn[] => {
  let state = actionDecider.initial;
  return [first, ...rest].map(({ command, userId }) => {
    const before = state;
    let facts: readonly ActionEvent[] = [];
    try {
      facts = actionDecider.decide(command, state, metaOf(userId));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    state = facts.reduce(actionDecider.evolve, state);
    return { command, userId, before, facts, after: state };
  });
};
