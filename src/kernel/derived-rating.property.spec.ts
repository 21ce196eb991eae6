import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import type { ActionFacts } from './action-facts.js';
import { SIGNS, type ActionRule, type Sign } from './action-rule.js';
import type { Brag } from './brag.js';
import { derive, moreFavourable } from './derived-rating.js';

/**
 * A slow and obvious reading of the rules: it walks the calendar day by day and asks of each day whether the text speaks
 * of it. It shares nothing with the implementation but the types.
 */
const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Every day that a date, month or quarter speaks of, found by looking at each day of a few years. */
const CALENDAR: string[] = [];
for (let day = '2016-01-01'; day < '2020-12-31'; day = dayAfter(day)) CALENDAR.push(day);

const speaksOf = (text: string, day: string): boolean => {
  if (text === 'ongoing') return false;
  if (!text.includes('Q')) return day.startsWith(text);
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const april = month >= 4 ? year : year - 1;
  const quarter = month >= 4 ? Math.ceil((month - 3) / 3) : 4;
  return text === `${april}-${String(april + 1).slice(2)} Q${quarter}`;
};
const seen = new Map<string, string[]>();
const daysOf = (text: string): string[] => {
  const days = seen.get(text) ?? CALENDAR.filter((day) => speaksOf(text, day));
  seen.set(text, days);
  return days;
};
const countFrom = (from: string, to: string): number => CALENDAR.filter((day) => day >= from && day < to).length;

/** Each rule by its own sentence. */
const isThere: Record<Sign, (facts: ActionFacts, rule: ActionRule, asAt: string) => boolean> = {
  // The last day on which it was due is past, and it was neither verified nor claimed by that day.
  overdue: ({ dueOn, claimedOn, completion }, _rule, asAt) => {
    const last = dueOn === null ? undefined : daysOf(dueOn).at(-1);
    if (last === undefined) return false;
    const claimedInTime = completion === 'claimed' && claimedOn !== null && claimedOn <= last;
    return asAt > last && !claimedInTime;
  },
  // More days than the review cycle have gone by since the last update, or since it was raised where there was none;
  // the days before its start are not counted.
  'not-updated': ({ lastUpdateOn, raisedOn, startOn }, { updateWithinDays }, asAt) => {
    const heard = daysOf(lastUpdateOn ?? raisedOn).at(-1)!;
    const start = startOn === null ? heard : daysOf(startOn)[0]!;
    return countFrom(start > heard ? start : heard, asAt) > updateWithinDays;
  },
  // A step's last day is past, and it was not done by today.
  'milestone-missed': ({ steps }, _rule, asAt) =>
    steps.some(({ dueOn, doneOn }) => daysOf(dueOn).at(-1)! < asAt && !(doneOn !== null && daysOf(doneOn)[0]! <= asAt)),
  'measure-off-target': ({ measures }) => measures.filter(({ onTarget }) => onTarget === false).length > 0,
  'measure-worsening': ({ measures }) => measures.filter(({ direction }) => direction === 'worse').length > 0,
  'due-moved-often': ({ moves }, { movesAllowed }) => moves > movesAllowed,
  'claimed-without-verified-evidence': ({ completion }) => completion === 'claimed',
};

const slowly = (facts: ActionFacts, rule: ActionRule, asAt: string): { rating: Brag | null; signs: Sign[] } => {
  if (facts.completion === 'withdrawn') return { rating: null, signs: [] };
  if (facts.completion === 'verified') return { rating: 'blue', signs: [] };
  if (facts.startOn !== null && asAt < daysOf(facts.startOn)[0]!) return { rating: 'green', signs: [] };
  const signs: Sign[] = [];
  let rating: Brag = 'green';
  for (const sign of SIGNS)
    for (const colour of ['red', 'amber'] as const) {
      const weighed = rule.signs.some((entry) => entry.sign === sign && entry.supports === colour);
      if (!weighed || signs.includes(sign) || !isThere[sign](facts, rule, asAt)) continue;
      signs.push(sign);
      if (rating !== 'red') rating = colour;
    }
  return { rating, signs };
};

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => Temporal.PlainDate.from('2017-01-01').add({ days }).toString());
const month = day.map((text) => text.slice(0, 7));
const quarter = fc
  .tuple(fc.integer({ min: 2016, max: 2018 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}-${String(year + 1).slice(2)} Q${number}`);
const dateOrQuarter = fc.oneof(day, month, quarter);
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const facts: fc.Arbitrary<ActionFacts> = fc.record({
  startOn: perhaps(dateOrQuarter),
  dueOn: perhaps(fc.oneof(dateOrQuarter, fc.constant('ongoing'))),
  firstDueOn: perhaps(dateOrQuarter),
  moves: fc.integer({ min: 0, max: 5 }),
  raisedOn: day,
  lastUpdateOn: perhaps(fc.oneof(day, month)),
  steps: fc.array(
    fc.record({ title: fc.constant('A step'), dueOn: dateOrQuarter, doneOn: perhaps(fc.oneof(day, month)) }),
    { maxLength: 3 },
  ),
  measures: fc.array(
    fc.record({
      name: fc.constant('A measure'),
      onTarget: fc.constantFrom(true, false, null),
      direction: fc.constantFrom('better' as const, 'worse' as const, 'same' as const, null),
    }),
    { maxLength: 3 },
  ),
  completion: fc.constantFrom('open' as const, 'open' as const, 'claimed' as const, 'verified' as const, 'withdrawn'),
  claimedOn: perhaps(day),
  evidence: fc.integer({ min: 0, max: 3 }),
});
const rule: fc.Arbitrary<ActionRule> = fc.record({
  version: fc.constant(1),
  from: fc.constant('2016-01-01'),
  updateWithinDays: fc.integer({ min: 1, max: 100 }),
  movesAllowed: fc.integer({ min: 0, max: 4 }),
  dueSoonDays: fc.constant(30),
  signs: fc.array(
    fc.record({ sign: fc.constantFrom(...SIGNS), supports: fc.constantFrom('red' as const, 'amber' as const) }),
    { minLength: 1, maxLength: 9 },
  ),
  words: fc.constant('At random.'),
});
const brag = perhaps(fc.constantFrom<Brag>('blue', 'red', 'amber', 'green'));

describe('the derived rating', () => {
  it('is what a slow reading of the rules finds, in 10,000 random histories', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(facts, rule, day, (given, by, asAt) => {
        const derived = derive(given, by, asAt);
        const signs = derived.signs.map(({ sign }) => sign);
        expect({ rating: derived.rating, signs }).toEqual(slowly(given, by, asAt));
        for (const found of [derived.rating, ...signs]) met.add(String(found));
      }),
      { numRuns: 10_000 },
    );
    expect(met).toEqual(new Set(['blue', 'red', 'amber', 'green', 'null', ...SIGNS]));
  });

  it('always shows its working, and never more than one sentence a sign', () => {
    fc.assert(
      fc.property(facts, perhaps(rule), day, (given, by, asAt) => {
        const { signs, working } = derive(given, by, asAt);
        expect(working.length).toBe(Math.max(1, signs.length));
        for (const sentence of working) expect(sentence).toMatch(/\S/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is disputed by one side at most', () => {
    fc.assert(fc.property(brag, brag, (one, other) => !(moreFavourable(one, other) && moreFavourable(other, one))));
  });
});
