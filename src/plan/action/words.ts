import { dueInWords } from '../../kernel/due.js';
import type { Change } from '../../kernel/event-type.js';
import type { Particulars } from './particulars/events.js';

/** `Head of service (duty.manager)`; nothing where there is neither. */
export const ownerInWords = (role: string | null, person: string | null): string | null =>
  role !== null && person !== null ? `${role} (${person})` : (role ?? person);

const inWords = (name: string, value: Particulars[keyof Particulars]): string | null => {
  if (value === null) return null;
  if (Array.isArray(value)) return value.join(', ') || null;
  return name === 'startOn' ? dueInWords(String(value)) : String(value);
};

const LABELS: Readonly<Record<keyof Particulars, string>> = {
  theme: 'Theme',
  planRefs: 'Plan references',
  title: 'Title',
  supportingLeads: 'Supporting leads',
  dependsOn: 'Depends on',
  startOn: 'Start',
  successLooksLike: 'What success looks like',
  measureIds: 'Linked measures',
  recommendations: 'Linked recommendations',
};

/** One line for each particular in which the two differ. */
export const differing = (from: Particulars, to: Particulars): readonly Change[] =>
  (Object.keys(LABELS) as (keyof Particulars)[])
    .map((name) => ({ label: LABELS[name], before: inWords(name, from[name]), after: inWords(name, to[name]) }))
    .filter(({ before, after }) => before !== after);
