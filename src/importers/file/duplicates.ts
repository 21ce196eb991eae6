import type { Fault } from '../faulty-file.js';

type InRow = Readonly<{ row: number }>;

/** What stands in an earlier row already. Several things of one and the same row do not count against each other. */
export const repeated = <Thing extends InRow>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  named: (thing: Thing) => Readonly<{ column: string; what: string }>,
): Fault[] => {
  const rows = new Map<string, number>();
  const faults = things.flatMap((thing): Fault[] => {
    const { row } = thing;
    const first = rows.get(keyOf(thing)) ?? row;
    rows.set(keyOf(thing), first);
    if (first === row) return [];
    const { column, what } = named(thing);
    const sentence = `Row ${row}, ${column}: ${what} stands in row ${first} already. Remove one of the two rows.`;
    return [{ row, column, sentence }];
  });
  return [...new Map(faults.map((fault) => [fault.row, fault])).values()];
};
