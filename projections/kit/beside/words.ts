import type { Comparison } from './compare.js';

const count = (number: number, one: string, more: string): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : more}`;

/** `1,204 versions of rows compared up to event 900, all the same` */
export const comparedInWords = ({ compared, upTo, different }: Comparison): string =>
  `${count(compared, 'version', 'versions')} of rows compared up to event ${upTo}, ${different === 0 ? 'all the same' : `${different.toLocaleString('en-GB')} different (accepted)`}`;

/** Which rows, and how; the first few. */
export const differencesInWords = (name: string, { different, upTo, first }: Comparison): string => {
  const lines = first.map(({ key, knownFrom, says }) => `  ${key}, known from event ${knownFrom}: ${says}`);
  const rest = different - first.length;
  return [
    `${name}: ${count(different, 'version of a row differs', 'versions of rows differ')} from what follows from the log up to event ${upTo}:`,
    ...lines,
    ...(rest > 0 ? [`  and ${rest.toLocaleString('en-GB')} more`] : []),
  ].join('\n');
};
