import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Brag } from '../kernel/brag.js';
import { Figure, Unit } from '../kernel/figure.js';
import { Polarity } from '../kernel/movement.js';
import { Day, DayOrMonth } from '../kernel/plain-date.js';
import { RatingRule } from '../kernel/rating-rule.js';
import { Target } from '../kernel/target.js';

/** The files of the sample authority; `src/demo/barnet` is copied beside the compiled code. */
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`./barnet/${name}`, import.meta.url));
const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(name)));

export const SamplePlan = z.strictObject({
  title: z.string(),
  authority: z.string(),
  onsCode: z.string(),
  judgement: z.strictObject({
    label: z.string(),
    inspection: z.string(),
    inspectionStart: DayOrMonth,
    inspectionEnd: DayOrMonth,
    published: Day,
    overall: z.enum(['inadequate', 'requires improvement', 'good', 'outstanding']),
    source: z.string(),
  }),
  statutoryDirection: Day,
  submitted: DayOrMonth,
  confirmedByOfsted: Day,
  bragKey: z.array(z.strictObject({ brag: Brag, meaning: z.string() })).length(4),
  ratingRules: z.array(RatingRule).length(1),
  milestones: z.array(z.strictObject({ date: DayOrMonth, text: z.string(), source: z.string() })),
  objectives: z.array(z.strictObject({ number: z.int(), text: z.string() })).length(3),
  themes: z.array(z.strictObject({ number: z.int(), name: z.string(), kind: z.string() })).length(7),
  planRefs: z.array(z.strictObject({ ref: z.string(), theme: z.int(), section: z.string() })),
  actions: z.array(
    z.strictObject({
      reference: z.string().regex(/^A\d\d$/),
      theme: z.int(),
      planRefs: z.array(z.string()),
      title: z.string().min(1),
      leadRole: z.string().nullable(),
      start: DayOrMonth.nullable(),
      due: DayOrMonth.nullable(),
      completed: DayOrMonth.nullable(),
      statusHint: z.string().nullable(),
      source: z.string(),
      updates: z.array(
        z.strictObject({
          date: DayOrMonth,
          basis: z.enum(['stated', 'reporting-period', 'report-date', 'inferred']),
          text: z.string().min(1),
          source: z.string(),
        }),
      ),
    }),
  ),
});
export type SamplePlan = z.infer<typeof SamplePlan>;
export type SampleAction = SamplePlan['actions'][number];

export const SampleMeasure = z.strictObject({
  publishedRow: z.int(),
  name: z.string().min(1),
  breakdown: z.string().nullable(),
  section: z.string(),
  planRefs: z.array(z.string()).min(1),
  theme: z.int(),
  unit: Unit,
  polarity: Polarity,
  definition: z.string().regex(/^[A-Z].*\.$/),
  target: Target.nullable(),
  baseline: z.strictObject({ label: z.string(), value: Figure }).nullable(),
});
export type SampleMeasure = z.infer<typeof SampleMeasure>;

export const samplePlan = (): SamplePlan => SamplePlan.parse(json('plan.json'));
export const sampleMeasures = (): SampleMeasure[] => z.array(SampleMeasure).parse(json('measures.json'));
export const sampleDashboard = () => ({ fileName: 'dashboard-2017-11.csv', bytes: bytesOf('dashboard-2017-11.csv') });
export const sampleSupervision = () => ({
  fileName: 'supervision-2017-11.csv',
  bytes: bytesOf('supervision-2017-11.csv'),
});
