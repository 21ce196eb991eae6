import { Pool } from 'pg';
import { eventCatalogue } from '../../../src/event-catalogue.js';
import type { EventStore, NewEvent } from '../../../src/event-store/event-store.port.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { EVENTS_A_STREAM, NOTE } from '../events.js';
import { dashboardFacts, PLAN, type Fact } from './dashboard-facts.js';

const FACTS_AT_ONCE = 500;
/** Actions that are worked on at the same time, so that their events lie between each other's in the log. */
const AT_ONCE = 1_000;
const EVENTS_AN_INSERT = 1_000_000;
const BEGINS = '2010-01-01';

const actor = { userId: 'performance-manager', role: 'performance' } as const;

const eventOf = ({ type, data }: Fact['fact'], second: number): NewEvent => ({
  ...{ id: newId(), type, data },
  metadata: {
    recordedAt: new Date(Date.parse(`${BEGINS}T00:00:00.000Z`) + second * 1_000).toISOString(),
    ...{ actor, correlationId: newId(), causationId: null, source: 'api' },
    schemaVersion: eventCatalogue.get(type)!.version,
  },
});

/** Several streams at once, each in its order. @returns how many events there are */
const appendFacts = async (store: EventStore, facts: Iterable<Fact>): Promise<number> => {
  let [waiting, count] = [new Map<string, NewEvent[]>(), 0];
  const send = async () => {
    await Promise.all([...waiting].map(([stream, events]) => store.append(stream, events, 'any')));
    waiting = new Map();
  };
  for (const { stream, fact } of facts) {
    count += 1;
    waiting.set(stream, [...(waiting.get(stream) ?? []), eventOf(fact, count)]);
    if (count % FACTS_AT_ONCE === 0) await send();
  }
  await send();
  return count;
};

/**
 * Actions of twenty events each, straight into the table: through the front door ten million would take most of the
 * time that the benchmark has. $1 is where the log ends, $2 and $3 the first and last action, $4 the last position.
 */
const ACTIONS = `
insert into log.events (position, stream, revision, id, type, data, metadata)
select position, 'action-' || id, revision, uuidv7(), type, data::json, format(
    '{"recordedAt":"%s","actor":{"userId":"operational-lead","role":"lead"},"correlationId":"%s","causationId":null,"source":"api","schemaVersion":1}',
    to_char(timestamp '${BEGINS}' + position * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"'), id
  )::json
from (
  select
    $1 + (number - 1) / ${AT_ONCE} * ${AT_ONCE * EVENTS_A_STREAM} + revision * ${AT_ONCE} + (number - 1) % ${AT_ONCE} + 1 as position,
    id, revision, kind.type,
    format(
      kind.shape, id,
      case kind.type when 'ActionRaised' then number::text else '${NOTE}' end
    ) as data
  from (select number, uuidv7()::text as id from generate_series($2::bigint, $3::bigint) number) action
  cross join generate_series(0, ${EVENTS_A_STREAM - 1}) revision
  cross join lateral (
    select
      case revision when 0 then 'ActionRaised' when 10 then 'ActionRated' else 'ProgressNoted' end as type,
      case revision
        when 0 then '{"actionId":"%s","planId":"${PLAN}","reference":"A%s","theme":5,"planRefs":["5b"],"title":"See every child in time","leadRole":"Head of service","startOn":"2017-09","dueOn":null}'
        when 10 then '{"actionId":"%s","from":null,"to":"amber","rationale":"%s","asAt":"2018-01-15"}'
        else '{"actionId":"%s","note":"%s","asAt":"2018-01-16"}'
      end as shape
  ) kind
) made
where position <= $4
order by position`;

/** A council's log of exactly so many events: its dashboard's figures first, then notes on its actions. */
export const fillLog = async (
  { store, databaseUrl }: Readonly<{ store: EventStore; databaseUrl: string }>,
  events: number,
  months: number,
): Promise<void> => {
  const facts = await appendFacts(store, dashboardFacts(months));
  if (facts > events) throw new Error(`The figures alone are ${facts} events, more than ${events}`);
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const perInsert = EVENTS_AN_INSERT / EVENTS_A_STREAM;
    const actions = Math.ceil((events - facts) / (AT_ONCE * EVENTS_A_STREAM)) * AT_ONCE;
    for (let first = 1; first <= actions; first += perInsert)
      await pool.query(ACTIONS, [facts, first, Math.min(first + perInsert - 1, actions), events]);
    await pool.query('vacuum analyze log.events');
  } finally {
    await pool.end();
  }
  const head = await store.head();
  if (head !== BigInt(events)) throw new Error(`The log ends at ${head}, where ${events} was meant`);
};
