import type { EventStore } from '../event-store/event-store.port.js';
import { measureStream } from '../measures/measure/decider.js';
import { publishedDashboardStream } from '../measures/published-dashboard/decider.js';
import { seriesName } from './file/printed-series.js';
import type { ReceiptPart } from './imported-file/commands.js';
import { inLanes } from './lanes.js';
import type { MatchedFile, MatchedSeries } from './matching.js';
import { wordsOfStored } from './words.js';

const LANES = 8;

/**
 * What became of each series, read back from the log: whatever stands there from this file, from this attempt or
 * from one before it that was interrupted. `origin` starts the source of every event of the file.
 */
export const receiptsOf = async (
  store: EventStore,
  { series }: Pick<MatchedFile, 'series'>,
  { origin, period }: Readonly<{ origin: string; period: string }>,
): Promise<ReceiptPart[]> => {
  const rows = await printedRows(store, { origin, period });
  return inLanes(series, LANES, async (one) => {
    const { measureId } = one.known;
    const words = [...(await wordsIn(store, measureStream(measureId), origin)), ...(rows.get(measureId) ?? [])];
    return receiptOf(one, words);
  });
};

const wordsIn = async (store: EventStore, stream: string, origin: string): Promise<string[]> => {
  const words: string[] = [];
  for await (const stored of store.readStream(stream))
    if (stored.metadata.source.startsWith(origin)) words.push(wordsOfStored(stored));
  return words;
};

/** By measure: the rows that this file was the first to print. */
const printedRows = async (
  store: EventStore,
  { origin, period }: Readonly<{ origin: string; period: string }>,
): Promise<ReadonlyMap<unknown, readonly string[]>> => {
  const rows = new Map<unknown, string[]>();
  for await (const stored of store.readStream(publishedDashboardStream(period)))
    if (stored.metadata.source.startsWith(origin) && 'measureId' in stored.data)
      rows.set(stored.data.measureId, [wordsOfStored(stored)]);
  return rows;
};

const receiptOf = (series: MatchedSeries, words: string[]): ReceiptPart => ({
  row: series.row,
  printedRow: series.printedRow,
  measureId: series.known.measureId,
  measure: seriesName(series),
  outcome: words.length > 0 ? 'recorded' : 'unchanged',
  words,
});
