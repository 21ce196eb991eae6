import fc from 'fast-check';
import { fill } from '../../event-store/command/fill.js';
import { ACTION } from '../../../test/support/an-action.js';
import { BRAG } from '../../kernel/brag.js';
import { Refusal } from '../../kernel/refusal.js';
import * as send from './commands.js';
import { actionDecider } from './decider.js';
import type { ActionEvent } from './events.js';
import type { Action, Live } from './state.js';

const { actionId } = ACTION;
const why = 'For a reason that is long enough';
const ids = (kind: number) => fc.constantFrom(...[1, 2].map((n) => `00000000-0000-4000-8000-0000000000${kind}${n}`));
const day = fc.constantFrom('2017-12-20', '2018-01-10', '2018-01-15', '2018-01-16', '2018-02-01');
const due = fc.constantFrom('2017-08-31', '2018-03-31', '2018-04', '2017-18 Q4', 'ongoing');

const commands: fc.Arbitrary<send.ActionCommand> = fc.oneof(
  fc.constantFrom(null, '2018-03-31').map((dueOn) => fill(send.RaiseAction, { ...ACTION, dueOn })),
  fc
    .record({ to: fc.constantFrom(...BRAG), asAt: day })
    .map((said) => fill(send.RateAction, { actionId, rationale: why, ...said })),
  due.map((to) => fill(send.MoveDueDate, { actionId, to, agreedBy: 'the board', why })),
  fc
    .constantFrom('front.door', 'duty.manager', null)
    .map((ownerId) => fill(send.AssignAction, { actionId, ownerRole: 'Head', ownerId })),
  ids(5).map((evidenceId) =>
    fill(send.AttachEvidence, {
      ...{ actionId, evidenceId, title: 'Rota', kind: 'link', link: 'https://council.example/rota' },
      ...{ file: null, describes: null },
    }),
  ),
  ids(5).map((evidenceId) => fill(send.WithdrawEvidence, { actionId, evidenceId, why })),
  fc
    .record({ asAt: day, evidenceIds: fc.uniqueArray(ids(5)) })
    .map((said) => fill(send.ClaimCompletion, { actionId, summary: why, ...said })),
  fc
    .record({ asAt: day, evidenceIds: fc.uniqueArray(ids(5)) })
    .map((said) => fill(send.VerifyCompletion, { actionId, comment: why, ...said })),
  day.map((asAt) => fill(send.SendBackCompletion, { actionId, why, asAt })),
  fc.constant(fill(send.ReopenAction, { actionId, why })),
  fc.constant(fill(send.WithdrawAction, { actionId, why })),
);

const steps = fc.array(fc.tuple(commands, fc.constantFrom('front.door', 'duty.manager', 'quality-lead')), {
  maxLength: 40,
});
type Steps = readonly (readonly [send.ActionCommand, string])[];
type Told = Readonly<{
  by: string;
  before: Action;
  facts: readonly ActionEvent[];
  after: Action;
  /** What the same command records once more. */
  again: readonly ActionEvent[];
}>;

const unlessRefused = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** What was decided, one after the other; what is refused leaves no trace. */
const tell = (all: Steps): Told[] => {
  const told: Told[] = [];
  let state = actionDecider.initial;
  for (const [command, by] of all) {
    const meta = { now: '2018-01-16T09:30:00.000Z', actor: { userId: by, role: 'lead' as const } };
    const decide = (at: Action) => unlessRefused(() => actionDecider.decide(command, at, meta));
    const facts = decide(state);
    if (!facts) continue;
    const after = facts.reduce(actionDecider.evolve, state);
    told.push({ by, before: state, facts, after, again: decide(after) ?? [] });
    state = after;
  }
  return told;
};

const live = (action: Action): Live | null => (action.status === 'live' ? action : null);
const holds = (claim: (told: readonly Told[]) => void) =>
  fc.assert(
    fc.property(steps, (all) => claim(tell(all))),
    { numRuns: 2_000 },
  );

describe('whatever is sent, in whatever order, by whomever', () => {
  it('an action is blue only while a verification stands', () =>
    holds((told) => {
      for (const { after } of told)
        if (live(after)?.rated?.to === 'blue') expect(live(after)!.completion.status).toBe('verified');
    }));

  it('a verification rests on evidence that stands, and on somebody who neither owned nor claimed', () =>
    holds((told) => {
      for (const { by, before, facts } of told)
        for (const fact of facts) {
          if (fact.type !== 'CompletionVerified') continue;
          const { owner, completion, evidence } = live(before)!;
          if (completion.status !== 'claimed') throw new Error('verified what nobody had claimed');
          expect([owner.ownerId, completion.claim.claimedBy, completion.claim.ownerId]).not.toContain(by);
          expect(fact.data.evidenceIds.length).toBeGreaterThan(0);
          for (const id of fact.data.evidenceIds) expect(evidence[id]).toMatchObject({ withdrawn: false });
        }
    }));

  it('what a standing verification rests on is not withdrawn', () =>
    holds((told) => {
      const after = told.length > 0 ? live(told.at(-1)!.after) : null;
      if (after?.completion.status !== 'verified') return;
      for (const id of after.completion.verified.evidenceIds) expect(after.evidence[id]!.withdrawn).toBe(false);
    }));

  it('the first due date never changes, and moves are counted one by one', () =>
    holds((told) => {
      const first = told.map(({ after }) => live(after)?.firstDueOn ?? null).filter((date) => date !== null);
      expect(new Set(first).size).toBeLessThanOrEqual(1);
      const moves = told.flatMap(({ facts }) => facts.filter(({ type }) => type === 'DueDateMoved'));
      expect(moves.map(({ data }) => (data as { ordinal: number }).ordinal)).toEqual(moves.map((_, i) => i + 1));
      if (told.length > 0) expect(live(told.at(-1)!.after)?.moves ?? 0).toBe(moves.length);
    }));

  it('an action never disappears, nor changes its plan', () =>
    holds((told) => {
      for (const { before, after } of told) {
        if (!live(before)) continue;
        expect(live(after)?.raised).toEqual(live(before)!.raised);
      }
    }));

  it('the same command twice in a row records nothing the second time', () =>
    holds((told) => {
      for (const { again } of told) expect(again).toEqual([]);
    }));
});
