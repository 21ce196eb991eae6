import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';
import { Figure, Unit } from '../../kernel/figure.js';
import { measureName } from '../../kernel/measure-name.js';
import { Polarity } from '../../kernel/movement.js';
import { inWords, Month } from '../../kernel/plain-date.js';
import { Target } from '../../kernel/target.js';

const Id = z.uuid();
const measure = ({ measureId }: { measureId: string }) => ({ kind: 'measure', id: measureId });

/** Returned: somebody tells us the figure. Derived: counted from casework or audits. */
export const SOURCES = ['returned', 'derived'] as const;

export const MeasureDefined = defineEvent('MeasureDefined', {
  meaning: 'Somebody defined a measure, with its breakdown: what is counted, in which unit, and which way is better.',
  schema: z.object({
    measureId: Id,
    planId: Id,
    name: z.string().min(1),
    breakdown: z.string().min(1).nullable(),
    section: z.string().min(1),
    theme: z.int().min(1),
    planRefs: z.array(z.string().min(1)),
    unit: Unit,
    polarity: Polarity,
    definition: z.string().min(1),
    order: z.int().min(0),
    source: z.enum(SOURCES),
  }),
  words: (d) => `Defined the measure "${measureName(d.name, d.breakdown)}"`,
  subject: measure,
});

export const TargetSet = defineEvent('TargetSet', {
  meaning: 'The measure was promised a target, in force from a month on.',
  schema: z.object({ measureId: Id, target: Target, from: Month }),
  words: (d) => `Set the target ${d.target.text} from ${inWords(d.from)}`,
  subject: measure,
});

export const BaselineSet = defineEvent('BaselineSet', {
  meaning: 'The position at the judgement was given for the measure.',
  schema: z.object({ measureId: Id, label: z.string().min(1), value: Figure }),
  words: (d) => `Set the position at the judgement to ${d.value}`,
  replaces: true,
  subject: measure,
});

export const ObservationRecorded = defineEvent('ObservationRecorded', {
  meaning: 'The figure of a month was recorded.',
  schema: z.object({ measureId: Id, period: Month, value: Figure }),
  words: (d) => `Recorded ${d.value} for ${inWords(d.period)}`,
  subject: measure,
});

export const ObservationContradicted = defineEvent('ObservationContradicted', {
  meaning: 'A source gave another figure for a month that already had one. Both stand, in the order they came.',
  schema: z.object({
    measureId: Id,
    period: Month,
    /** Place among the figures of that month: 1 is the second. */
    ordinal: z.int().min(1),
    value: Figure,
    /** The last figure that stood for that month. */
    standing: Figure,
    why: z.string().min(1),
  }),
  words: (d) => `Recorded ${d.value} for ${inWords(d.period)} beside ${d.standing}`,
  reason: (d) => d.why,
  subject: measure,
  changes: (d) => [
    { label: inWords(d.period), before: d.standing, after: `${d.standing}, then ${d.value}` },
    { label: 'Why', before: null, after: d.why },
  ],
});

export const ObservationCorrected = defineEvent('ObservationCorrected', {
  meaning: 'A recorded figure was wrong; the right one took its place, with the reason.',
  schema: z.object({
    measureId: Id,
    period: Month,
    /** Place among the figures of that month: 0 is the first. */
    ordinal: z.int().min(0),
    was: Figure,
    value: Figure,
    why: z.string().min(1),
  }),
  words: (d) => `Corrected ${inWords(d.period)} from ${d.was} to ${d.value}`,
  reason: (d) => d.why,
  subject: measure,
  changes: (d) => [
    { label: inWords(d.period), before: d.was, after: d.value },
    { label: 'Why', before: null, after: d.why },
  ],
});

export const FigureUnavailable = defineEvent('FigureUnavailable', {
  meaning: 'There is no figure for a month, and somebody said why.',
  schema: z.object({ measureId: Id, period: Month, reason: z.string().min(1) }),
  words: (d) => `Explained why there is no figure for ${inWords(d.period)}`,
  reason: (d) => d.reason,
  subject: measure,
});

export const measureEvents = [
  MeasureDefined,
  TargetSet,
  BaselineSet,
  ObservationRecorded,
  ObservationContradicted,
  ObservationCorrected,
  FigureUnavailable,
] as const;
export type MeasureEvent = EventOf<(typeof measureEvents)[number]>;
