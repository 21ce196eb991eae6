import type { MonthlyDashboardRow } from '../../../../projections/monthly-dashboard/row.js';
import { figureInWords } from '../../../kernel/figure.js';
import { inWords } from '../../../kernel/plain-date.js';
import type { FieldError } from '../../../kernel/refusal.js';
import type { Typed } from '../../answer/page.js';
import type { Choice } from '../../shell/choices.js';
import type { Problem } from '../../answer/problem.js';

/** One box of the form says which figure: its month, and its place among the figures of that month. */
const BOX = 'figure';
const WHICH = ['period', 'ordinal'];

/** `2017-10/1` → the second figure of October 2017. What names no figure names no month. */
export const correctionIn = ({ figure = '', value, why }: Typed) => {
  const [, period, ordinal] = /^(\d{4}-\d{2})\/(\d{1,4})$/.exec(figure) ?? [];
  return { period: period ?? null, ordinal: ordinal === undefined ? null : Number(ordinal), value, why };
};

/** Newest month first. */
export const figureChoices = ({ figures, unit }: MonthlyDashboardRow, chosen = ''): Choice[] => {
  const choices = figures.map(({ period, ordinal, value: given }) => {
    const value = `${period}/${ordinal}`;
    const several = figures.filter((figure) => figure.period === period).length > 1;
    const month = `${inWords(period)}${several ? `, figure ${ordinal + 1}` : ''}`;
    return { value, text: `${month}: ${figureInWords(given, unit)}`, selected: value === chosen };
  });
  return [
    { value: '', text: 'Choose a figure', selected: !choices.some(({ selected }) => selected) },
    ...choices.reverse(),
  ];
};

const inBox = (error: FieldError): FieldError =>
  error.field === 'period' && error.code === 'isMonth'
    ? { ...error, field: BOX, sentence: 'Choose the figure to correct' }
    : { ...error, field: BOX };

/** What is wrong with month or place belongs to the one box that says both. */
export const inTheForm = (problem: Problem): Problem => {
  const about = problem.errors.filter(({ field }) => WHICH.includes(field));
  const rest = problem.errors.filter(({ field }) => !WHICH.includes(field));
  return { ...problem, errors: [...about.slice(0, 1).map(inBox), ...rest] };
};
