import fc from 'fast-check';
import type { Meta } from '../../kernel/decider.js';
import { readEvent } from '../../kernel/event-type.js';
import { Refusal } from '../../kernel/refusal.js';
import { BRAG } from '../../kernel/brag.js';
import { fill } from '../../event-store/command/fill.js';
import * as ask from './commands.js';
import { actionDecider } from './decider.js';
import { actionEvents, type ActionEvent } from './events.js';
import { raised, standingEvidence, type Action } from './state.js';

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
const history = fc.tuple(
  fc.record({ command: raise, userId: person }),
  fc.array(sent, { minLength: 20, maxLength: 60, size: 'max' }),
);

type Sent = Readonly<{ command: ask.ActionCommand; userId: string }>;
type Turn = Readonly<{
  command: ask.ActionCommand;
  userId: string;
  before: Action;
  facts: readonly ActionEvent[];
  after: Action;
}>;

const metaOf = (userId: string): Meta => ({ now: '2018-01-16T09:30:00.000Z', actor: { userId, role: 'lead' } });

/** One after the other, as they would be sent; a refusal changes nothing. */
const live = ([first, rest]: readonly [Sent, readonly Sent[]]): Turn[] => {
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
const each = (check: (turns: readonly Turn[]) => void, numRuns = 400, fixed: { seed?: number } = {}) =>
  fc.assert(
    fc.property(history, (commands) => check(live(commands))),
    { numRuns, ...fixed },
  );
const factsOf = (turns: readonly Turn[]) => turns.flatMap(({ facts }) => facts);
const isLive = (action: Action) => action.status === 'live';

describe('whatever is asked of an action, in whatever order and by whomever', () => {
  it('comes up in these histories: every event there is', () => {
    const met = new Set<string>();
    // Always the same histories: what is rare among them must not be there one day and missing the next.
    each((turns) => factsOf(turns).forEach(({ type }) => met.add(type)), 1_000, { seed: 1 });
    expect([...met].sort()).toEqual(actionEvents.map(({ type }) => type).sort());
  });

  it('is never blue without a verification that stands, and evidence that stands with it', () =>
    each((turns) => {
      let standing = false;
      for (const { facts, after } of turns) {
        for (const { type } of facts) {
          if (type === 'CompletionVerified') standing = true;
          if (type === 'ActionReopened') standing = false;
        }
        if (!isLive(after)) continue;
        const { rated, completion } = raised(after);
        if (rated?.to === 'blue') expect(standing).toBe(true);
        if (completion.status !== 'verified') continue;
        expect(rated?.to).toBe('blue');
        expect(completion.verified.evidenceIds.length).toBeGreaterThan(0);
        expect(standingEvidence(raised(after))).toEqual(expect.arrayContaining(completion.verified.evidenceIds));
      }
    }));

  it('is judged by nobody who owns it or claimed it', () =>
    each((turns) => {
      let claimedBy = '';
      for (const { facts, userId, before } of turns)
        for (const { type } of facts) {
          if (type === 'CompletionClaimed') claimedBy = userId;
          if (type !== 'CompletionVerified' && type !== 'CompletionSentBack') continue;
          expect([claimedBy, raised(before).owner.ownerId]).not.toContain(userId);
        }
    }));

  it('never changes its first due date, nor its plan', () =>
    each((turns) => {
      let first: string | null = null;
      const plans = new Set<string>();
      for (const { after } of turns) {
        if (!isLive(after)) continue;
        const { firstDueOn, raised: said } = raised(after);
        if (first !== null) expect(firstDueOn).toBe(first);
        first = firstDueOn;
        plans.add(said.planId);
      }
      expect(plans.size).toBeLessThanOrEqual(1);
    }));

  it('counts the moves of its due date, without a gap', () =>
    each((turns) => {
      const ordinals = factsOf(turns).flatMap((fact) => (fact.type === 'DueDateMoved' ? [fact.data.ordinal] : []));
      expect(ordinals).toEqual(ordinals.map((_, i) => i + 1));
      const { after } = turns.at(-1)!;
      if (isLive(after)) expect(raised(after).moves).toBe(ordinals.length);
    }));

  it('says what was before as it was, and records nothing where nothing changes', () =>
    each((turns) => {
      let [rating, dueOn]: (string | null)[] = [null, null];
      for (const fact of factsOf(turns)) {
        if (fact.type === 'ActionRaised' || fact.type === 'DueDateSet') dueOn = fact.data.dueOn;
        if (fact.type === 'ActionReopened') rating = fact.data.ratingAfter?.rating ?? null;
        if (fact.type === 'DueDateMoved') {
          expect(fact.data.from).toBe(dueOn);
          expect(fact.data.to).not.toBe(dueOn);
          dueOn = fact.data.to;
        }
        if (fact.type === 'ActionRated') {
          expect(fact.data.from).toBe(rating);
          rating = fact.data.to;
        }
      }
    }));

  it('is read back from the log as it was written, in words', () =>
    each((turns) => {
      for (const fact of factsOf(turns)) {
        const declared = actionEvents.find(({ type }) => type === fact.type)!;
        const stored = JSON.parse(JSON.stringify(fact.data)) as Record<string, unknown>;
        expect(readEvent(declared, declared.version, stored)).toEqual(fact);
        expect((declared.words as (data: unknown) => string)(fact.data)).not.toMatch(/undefined|null|^$/);
      }
    }, 200));

  it('is the same the second time: nothing is recorded twice in a row', () =>
    each((turns) => {
      for (const { command, userId, facts, after } of turns) {
        if (facts.length === 0) continue;
        expect(actionDecider.decide(command, after, metaOf(userId))).toEqual([]);
      }
    }));

  it('stays: nothing that was attached, asked or added disappears, and a withdrawn action takes nothing but reopening', () =>
    each((turns) => {
      for (const { before, after, facts } of turns) {
        if (!isLive(before)) continue;
        const [was, is] = [raised(before), raised(after)];
        for (const part of ['steps', 'evidence', 'escalations'] as const)
          if (!Object.keys(was[part]).every((key) => key in is[part])) throw new Error(`Some of the ${part} are gone`);
        if (was.completion.status === 'withdrawn')
          expect(facts.map(({ type }) => type).filter((type) => type !== 'ActionReopened')).toEqual([]);
      }
    }));
});
