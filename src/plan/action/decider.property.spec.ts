import fc from 'fast-check';
import { history, live, metaOf, type Turn } from '../../../test/support/any-action-history.js';
import { readEvent } from '../../kernel/event-type.js';
import { actionDecider } from './decider.js';
import { actionEvents } from './events.js';
import { raised, standingEvidence, type Action } from './state.js';

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
