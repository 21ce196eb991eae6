import { eventCatalogue } from '../../src/event-catalogue.js';
import type { StoredEvent } from '../../src/event-store/event-store.port.js';
import type { DomainEvent } from '../../src/kernel/event-type.js';
import type { Projection } from '../../projections/kit/define-projection.js';
import { Fold, type Version } from '../../projections/kit/fold.js';

/** A fact, and where it matters, who told Daybook, when, and from where. */
type Told = Readonly<{ fact: DomainEvent; metadata: Partial<StoredEvent['metadata']> }>;
type Given = DomainEvent | Told;

const METADATA: StoredEvent['metadata'] = {
  recordedAt: '2018-01-16T09:30:00.000Z',
  actor: { userId: 'someone', role: 'lead' },
  correlationId: 'one-request',
  causationId: null,
  source: 'web',
  schemaVersion: 1,
};
const versionOf = (type: string): number => eventCatalogue.get(type)?.version ?? METADATA.schemaVersion;

export const told = (metadata: Told['metadata'], fact: DomainEvent): Told => ({ fact, metadata });

const stored = (given: Given, at: number): StoredEvent => {
  const { fact, metadata } = 'fact' in given ? given : { fact: given, metadata: {} };
  return {
    id: `event-${at}`,
    ...fact,
    stream: 'a-stream',
    revision: at,
    position: BigInt(at + 1),
    metadata: { ...METADATA, schemaVersion: versionOf(fact.type), ...metadata },
  };
};

/** The rows that stand after all of it, as the database would give them back. */
const rowsOf = <Row>(versions: Iterable<Version<Row>>): Record<string, Row> =>
  JSON.parse(JSON.stringify(Object.fromEntries([...versions].map(({ key, row }) => [key, row])))) as Record<
    string,
    Row
  >;

const atOnce = <Row>(projection: Projection<Row>, events: readonly StoredEvent[]) => {
  const fold = new Fold(projection);
  for (const event of events) fold.take(event);
  return rowsOf(fold.current.values());
};

const oneByOne = <Row>(projection: Projection<Row>, events: readonly StoredEvent[]) => {
  const rows = new Map<string, Version<Row>>();
  for (const event of events) {
    const fold = new Fold(projection);
    for (const version of rows.values()) fold.hold({ ...version, stored: true });
    fold.take(event);
    rows.clear();
    for (const version of fold.current.values()) rows.set(version.key, version);
  }
  return rowsOf(rows.values());
};

export type History<Row> = Readonly<{
  thenRow: (key: string, row: Row) => void;
  thenNoRow: (key: string) => void;
}>;

/**
 * A describe block titled with the projection's question. Every history is folded twice, at once and event by event,
 * and the block fails when an event that the projection listens to was never given, or a row is not what its table holds.
 */
export const projectionSpec = <Row>(
  projection: Projection<Row>,
  body: (given: (...facts: Given[]) => History<Row>) => void,
): void =>
  describe(`${projection.name}: ${projection.answers}`, () => {
    const exercised = new Set<string>();
    const columns = Object.keys(projection.table.entity.options.columns).filter((name) => !KIT.has(name));

    body((...facts) => {
      const events = facts.map(stored);
      for (const { type } of events) exercised.add(type);
      const rows = atOnce(projection, events);
      expect(oneByOne(projection, events)).toEqual(rows);
      for (const row of Object.values(rows)) expect(Object.keys(row as object).sort()).toEqual(columns.sort());
      return {
        thenRow: (key, row) => expect(rows[key]).toEqual(row),
        thenNoRow: (key) => expect(rows).not.toHaveProperty([key]),
      };
    });

    it('was given every event that it listens to', () => {
      expect(projection.whens.map(({ event }) => event.type).filter((type) => !exercised.has(type))).toEqual([]);
    });
  });

const KIT = new Set(['rowKey', 'knownFrom', 'knownTo']);
