import type { Version } from './fold.js';
import { OpenRows } from './open-rows.js';

type Row = { name: string };
const version = (key: string): Version<Row> => ({
  key,
  row: { name: key },
  knownFrom: 1n,
  knownTo: null,
  stored: false,
});
const keep = (rows: OpenRows<Row>, keys: string[], ended: string[] = []) =>
  rows.keep(new Set(keys), new Map(keys.filter((key) => !ended.includes(key)).map((key) => [key, version(key)])));
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

describe('open rows held in memory', () => {
  it.each([
    ['a table that has rows', false, ['a', 'b']],
    ['a table that was empty', true, []],
  ])('of %s', (_what, complete, unknown) => expect(new OpenRows<Row>(complete).unknown(['a', 'b'])).toEqual(unknown));

  it('are looked up once, whether they are there or have ended', () => {
    const rows = new OpenRows<Row>(false);
    keep(rows, ['a', 'b'], ['b']);
    expect(rows.unknown(['a', 'b', 'c'])).toEqual(['c']);
    expect([rows.get('a'), rows.get('b')]).toEqual([{ ...version('a'), stored: true }, null]);
  });

  it('go when there are too many: the longest unused first, and then nothing is taken for granted', () => {
    const rows = new OpenRows<Row>(true);
    keep(rows, many(5_000, 'old'));
    keep(rows, ['old0', 'new']);
    rows.trim();
    expect(rows.unknown(['old0', 'old1', 'new', 'never'])).toEqual(['old1', 'never']);
  });

  it('stay while their batch is on its way, however many they are', () => {
    const rows = new OpenRows<Row>(true);
    keep(rows, many(7_000, 'on-its-way'));
    rows.trim();
    expect(rows.unknown(many(7_000, 'on-its-way'))).toEqual([]);
  });
});
