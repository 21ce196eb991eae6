import type { TrailFilter } from '../../../projections/audit-trail/rows.js';
import { plainDate } from '../../kernel/plain-date.js';
import { InvalidInput, type FieldError } from '../../kernel/refusal.js';

/** What the address asks for, as text; a parameter that is not there is empty. */
export type Asked = Readonly<Record<(typeof PARAMETERS)[number], string>>;

const PARAMETERS = ['actor', 'type', 'planRef', 'from', 'to', 'subject', 'before', 'after', 'limit'] as const;

/** @throws InvalidInput when a parameter is given twice. */
export const askedOf = (query: Readonly<Record<string, unknown>>): Asked => {
  const twice = PARAMETERS.filter((name) => query[name] !== undefined && typeof query[name] !== 'string');
  if (twice.length > 0)
    throw new InvalidInput(twice.map((field) => error(field, 'given-twice', `Give ${field} once, as text.`)));
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  return Object.fromEntries(PARAMETERS.map((name) => [name, text(query[name])])) as Asked;
};

const error = (field: string, code: string, sentence: string): FieldError => ({ field, code, sentence });

const LABELS = { from: 'From', to: 'To' } as const;
const dayErrors = (asked: Asked): FieldError[] =>
  (['from', 'to'] as const)
    .filter((field) => asked[field] !== '' && !plainDate.isDay(asked[field]))
    .map((field) => error(field, 'not-a-day', `${LABELS[field]} must be a real date, like 2017-11-30`));

const orderErrors = ({ from, to }: Asked): FieldError[] =>
  from && to && to < from ? [error('to', 'before-from', 'To must be the same day as From, or a later one')] : [];

const subjectErrors = ({ subject }: Asked): FieldError[] =>
  subject && !/^[a-z-]+:.+$/.test(subject)
    ? [
        error(
          'subject',
          'not-a-subject',
          'Subject must be a kind and an id, like action:0f8fad5b-d9cb-469f-a165-70867728950e',
        ),
      ]
    : [];

/** @throws InvalidInput naming each field that is malformed. A person, kind or reference that does not exist is no error. */
export const filterOf = (asked: Asked): TrailFilter => {
  const days = dayErrors(asked);
  const errors = [...days, ...(days.length > 0 ? [] : orderErrors(asked)), ...subjectErrors(asked)];
  if (errors.length > 0) throw new InvalidInput(errors);
  const { actor, type, planRef, from, to, subject } = asked;
  const [kind = '', ...id] = subject.split(':');
  return { actor, type, planRef, from, to, subject: subject ? { kind, id: id.join(':') } : null };
};
