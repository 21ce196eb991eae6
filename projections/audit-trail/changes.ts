import type { AnyEventType, Change } from '../../src/kernel/event-type.js';
import { inWords, plainDate } from '../../src/kernel/plain-date.js';
import { capital, spaced } from '../../src/kernel/words.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value as a reader would write it down; nothing stays nothing. */
const inText = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(inText).join(', ') || null;
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, part]) => `${spaced(name)}: ${inText(part) ?? 'none'}`)
      .join(', ');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return plainDate.isDayOrMonth(text) ? inWords(text) : text;
};

type Line = readonly [label: string, after: string | null];

const lines = (label: string, value: unknown): Line[] => {
  if (isRecord(value)) return Object.entries(value).flatMap(([name, part]) => lines(`${label}: ${spaced(name)}`, part));
  if (Array.isArray(value) && value.some(isRecord))
    return value.map((item, index): Line => [`${label} ${index + 1}`, inText(item)]);
  return [[label, inText(value)]];
};

/** What an event changed: as its declaration says, otherwise every field that it carries besides its subject's id. */
export const changesOf = (declared: AnyEventType, data: Readonly<Record<string, unknown>>): readonly Change[] =>
  declared
    .changes?.(data)
    .map(({ label, before, after }) => ({ label, before: inText(before), after: inText(after) })) ??
  Object.entries(data)
    .filter(([, value]) => value !== declared.subject(data).id)
    .flatMap(([name, value]) => lines(capital(spaced(name)), value))
    .map(([label, after]) => ({ label, before: null, after }));

/** The same lines with what an earlier event of the kind had said; a line that is gone stands last. */
export const since = (earlier: readonly Change[], changes: readonly Change[]): readonly Change[] => {
  const said = new Map(earlier.map(({ label, after }) => [label, after]));
  const gone = earlier.filter(({ label }) => !changes.some((change) => change.label === label));
  return [
    ...changes.map((change) => ({ ...change, before: change.before ?? said.get(change.label) ?? null })),
    ...gone.map(({ label, after }) => ({ label, before: after, after: null })),
  ];
};
