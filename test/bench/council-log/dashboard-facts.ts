import type { DomainEvent } from '../../../src/kernel/event-type.js';
import { idFrom } from '../../../src/kernel/identifiers.js';
import { addMonths } from '../../../src/kernel/plain-date.js';
import {
  BaselineSet,
  MeasureDefined,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
} from '../../../src/measures/measure/events.js';
import { PlanAdopted, RatingRuleAdopted, ThemesSet } from '../../../src/plan/plan/events.js';

export type Fact = Readonly<{ stream: string; fact: DomainEvent }>;

export const PLAN = idFrom('bench', 'plan');
/** As many as the sample authority's dashboard has. */
const MEASURES = 76;
const THEMES = 7;
const CORRECTED_EVERY = 5;
const FIRST_MONTH = '2010-01';

const plan: readonly DomainEvent[] = [
  PlanAdopted.of({
    planId: PLAN,
    kind: 'ofsted-improvement-plan',
    title: 'Improvement plan',
    authority: 'A council',
    judgement: { label: 'Judgement', overall: 'Inadequate', publishedOn: '2010-01-01', inspectedIn: '2009-12' },
    adoptedOn: '2010-01',
  }),
  ThemesSet.of({
    planId: PLAN,
    themes: Array.from({ length: THEMES }, (_, i) => ({ number: i + 1, name: `Theme ${i + 1}` })),
    references: [],
  }),
  RatingRuleAdopted.of({
    planId: PLAN,
    adoptedOn: '2010-01-01',
    rule: {
      version: 1,
      from: FIRST_MONTH,
      compareWith: ['baseline', 'previous'],
      better: 'green',
      worse: 'red',
      same: 'amber',
      targetIgnored: true,
      words: 'Better than at the judgement is green, worse is red',
    },
  }),
];

const idOf = (measure: number): string => idFrom('bench', 'measure', String(measure));
/** Any figure will do, as long as it is the same each time. */
const figure = (measure: number, month: number): string => ((measure * 7 + month * 13) % 100).toFixed(1);

const defined = (measure: number): DomainEvent[] => {
  const measureId = idOf(measure);
  return [
    MeasureDefined.of({
      ...{ measureId, planId: PLAN, name: `Visits in time ${measure + 1}`, breakdown: null, section: 'Visits' },
      ...{ theme: (measure % THEMES) + 1, planRefs: ['5b'], unit: 'percent', polarity: 'higher', order: measure },
      definition: 'Visits made within the limit, of all visits due',
      source: 'returned',
    }),
    TargetSet.of({ measureId, target: { text: '90%', low: '90', high: null }, from: FIRST_MONTH }),
    BaselineSet.of({ measureId, label: 'January 2010', value: figure(measure, 0) }),
  ];
};

const returned = (measure: number, month: number, period: string): DomainEvent[] => {
  const [measureId, value] = [idOf(measure), figure(measure, month)];
  const recorded = ObservationRecorded.of({ measureId, period, value });
  if ((measure + month) % CORRECTED_EVERY !== 0) return [recorded];
  const why = 'Counted again from the case system';
  return [
    recorded,
    ObservationCorrected.of({ measureId, period, ordinal: 0, was: value, value: figure(measure, month + 1), why }),
  ];
};

export const monthOf = (month: number): string => addMonths(FIRST_MONTH, month);

/** A plan, its measures, and a figure of each for each month, one in five corrected afterwards. */
export function* dashboardFacts(months: number): Generator<Fact> {
  for (const fact of plan) yield { stream: `plan-${PLAN}`, fact };
  for (let measure = 0; measure < MEASURES; measure += 1)
    for (const fact of defined(measure)) yield { stream: `measure-${idOf(measure)}`, fact };
  for (let month = 0; month < months; month += 1)
    for (let measure = 0; measure < MEASURES; measure += 1)
      for (const fact of returned(measure, month, monthOf(month))) yield { stream: `measure-${idOf(measure)}`, fact };
}
