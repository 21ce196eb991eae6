import type { Decider, Meta } from '../../src/kernel/decider.js';
import { Refusal } from '../../src/kernel/refusal.js';

/** Somebody sends every command of a spec at half past nine in London, unless it says otherwise. */
export const META: Meta = { now: '2018-01-16T09:30:00.000Z', actor: { userId: 'someone', role: 'lead' } };

const refusalOf = (decide: () => unknown): Refusal => {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
};

/** `given(…what happened).when(a command).then(…what happens)`: a decider's rules, told in its own data. */
export const specify = <State, Command, Event>({ initial, evolve, decide }: Decider<State, Command, Event>) => ({
  given: (...history: Event[]) => ({
    when: (command: Command, meta: Meta = META) => {
      const decided = () => decide(command, history.reduce(evolve, initial), meta);
      return {
        then: (...expected: Event[]) => expect(decided()).toEqual(expected),
        thenNothing: () => expect(decided()).toEqual([]),
        /** `field` is where the sentence stands on a form. */
        thenRefused: (code: string, field: string, sentence?: string) => {
          const refusal = refusalOf(decided);
          expect([refusal.code, refusal.field]).toEqual([code, field]);
          if (sentence) expect(refusal.message).toBe(sentence);
        },
      };
    },
  }),
});
