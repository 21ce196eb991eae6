import Big from 'big.js';
import { z } from 'zod';

/** A figure is decimal text as it was given: `14.0` stays `14.0`, and no sum ever passes through a float. */
export const Figure = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'a number like 14 or 14.5, without separators')
  .meta({ format: 'figure' });
export type Figure = z.infer<typeof Figure>;

export const UNITS = ['percent', 'count', 'cases', 'days', 'weeks'] as const;
export const Unit = z.enum(UNITS);
export type Unit = z.infer<typeof Unit>;

/** How many places the figure was given to. */
export const decimals = (figure: Figure): number => figure.split('.')[1]?.length ?? 0;

const finerPlaces = (a: Figure, b: Figure): number => Math.max(decimals(a), decimals(b));

/** `a` less `b`, exactly, to the places of the finer of the two. */
export const subtract = (a: Figure, b: Figure): Figure => new Big(a).minus(b).toFixed(finerPlaces(a, b));

/** `a` and `b` together, exactly, to the places of the finer of the two. */
export const add = (a: Figure, b: Figure): Figure => new Big(a).plus(b).toFixed(finerPlaces(a, b));

export const absolute = (figure: Figure): Figure => figure.replace(/^-/, '');

/** By value, not by text: `14.0` and `14` are equal. */
export const compare = (a: Figure, b: Figure): -1 | 0 | 1 => new Big(a).cmp(b);

/** For a JSON answer or a chart; never for further sums. */
export const asNumber = (figure: Figure): number => Number(figure);

const noun = (shown: string, one: string): string => (/^[+-]?1$/.test(shown) ? one : `${one}s`);

const withMinusSign = (figure: Figure): string => figure.replace('-', '−');

/** With its unit, to the places it was given: `57.2%`, `18 weeks`, `1 week`, `22.5`. */
export const figureInWords = (figure: Figure, unit: Unit): string => {
  const shown = withMinusSign(figure);
  switch (unit) {
    case 'percent':
      return `${shown}%`;
    case 'days':
      return `${shown} ${noun(figure, 'day')}`;
    case 'weeks':
      return `${shown} ${noun(figure, 'week')}`;
    case 'count':
    case 'cases':
      return shown;
  }
};

/** With its sign: `+5.7`, `−4 points` (a percentage changes in points), `+1 week`, `0`. */
export const changeInWords = (change: Figure, unit: Unit): string => {
  const sign = compare(change, '0');
  if (sign === 0) return '0';
  const signed = sign > 0 ? `+${change}` : change;
  return unit === 'percent' ? `${withMinusSign(signed)} ${noun(change, 'point')}` : figureInWords(signed, unit);
};
