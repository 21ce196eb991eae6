/** Outcomes of one append inside a group; see `append` below. */
export type Outcome = 'appended' | 'repeated' | 'conflict' | 'reused';

/** How `Expected` travels into SQL: a revision as it is, the words as negative numbers. */
export const EXPECTED = { none: -1, any: -2, exists: -3 } as const;

/**
 * The log in PostgreSQL. The global position comes from the one locked `head` row, inside the transaction that
 * inserts the events: positions are therefore assigned in commit order and have no gap.
 * `append` takes a group of appends and judges each by itself, so that one conflict fails no neighbour.
 */
export const SCHEMA = `
create schema if not exists log;

create table if not exists log.head (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
insert into log.head (position) values (0) on conflict do nothing;

create table if not exists log.events (
  position bigint primary key,
  stream text not null,
  revision bigint not null,
  id uuid not null unique,
  type text not null,
  data json not null,
  metadata json not null,
  unique (stream, revision)
);
create index if not exists events_by_type on log.events (type, position);

create or replace function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only: % on log.% is refused. Record a correcting event instead.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create or replace trigger events_are_never_changed
  before update or delete on log.events for each row execute function log.refuse_change();
create or replace trigger events_are_never_truncated
  before truncate on log.events for each statement execute function log.refuse_change();

create or replace function log.append(
  streams text[], expecteds bigint[], sizes int[], ids uuid[], types text[], datas json[], metadatas json[]
) returns table (outcome text, revision bigint, "position" bigint) language plpgsql as $$
#variable_conflict use_column
declare
  head bigint;
  before bigint;
  current bigint;
  known record;
  start int := 0;
begin
  select h.position into strict head from log.head h for update;
  before := head;
  for i in 1 .. cardinality(streams) loop
    select e.revision into current from log.events e where e.stream = streams[i] order by e.revision desc limit 1;
    current := coalesce(current, -1);
    select count(*) as found, count(*) filter (where e.stream = streams[i]) as here, max(e.revision) as revision, max(e.position) as position
      into known from log.events e where e.id = any (ids[start + 1 : start + sizes[i]]);
    if known.found > 0 then
      outcome := case when known.here = sizes[i] then 'repeated' else 'reused' end;
      revision := known.revision;
      position := known.position;
    elsif expecteds[i] = ${EXPECTED.any} or (expecteds[i] = ${EXPECTED.exists} and current >= 0) or expecteds[i] = current then
      insert into log.events (position, stream, revision, id, type, data, metadata)
        select head + k, streams[i], current + k, ids[start + k], types[start + k], datas[start + k], metadatas[start + k]
        from generate_series(1, sizes[i]) k;
      head := head + sizes[i];
      outcome := 'appended';
      revision := current + sizes[i];
      position := head;
    else
      outcome := 'conflict';
      revision := current;
      position := null;
    end if;
    start := start + sizes[i];
    return next;
  end loop;
  if head > before then
    update log.head h set position = head;
    perform pg_notify('daybook_log', head::text);
  end if;
end $$;
`;
