/** Outcomes of one append inside a group; see `append_each` below. */
export type Outcome = 'appended' | 'repeated' | 'conflict' | 'reused';

/** How `Expected` travels into SQL: a revision as it is, the words as negative numbers. */
export const EXPECTED = { none: -1, any: -2, exists: -3 } as const;

/** Kept until the transaction ends. Two numbers that nothing else in this database locks. */
export const TURN = 'pg_advisory_xact_lock(1684110458, 1)';

// Plans are made once, while the table may still be small, and must not scan it when it is large.
const SETTINGS = `language plpgsql security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set plan_cache_mode = force_generic_plan`;

/**
 * Takes a group of appends that all follow on from where their streams end, and says where the log ended before; null,
 * and nothing is written, when one of them does not. One look and one insert, however large the group.
 *
 * `befores` and `afters` are the revisions of each stream's last event; `numbers` says which of `streams` an event is
 * for (from 1); `datas` and `metadatas` are lines of JSON, which are cheaper to split than arrays are to unquote. Every
 * revision lies between its stream's before and after, none is there twice, and there are as many as there is room for:
 * so none is left out.
 */
const APPEND = `
create or replace function log.append(
  streams text[], befores bigint[], afters bigint[], numbers int[], revisions bigint[],
  ids uuid[], types text[], datas text, metadatas text
) returns bigint ${SETTINGS} as $$
declare
  head bigint;
  as_expected boolean;
  room bigint;
  written bigint;
begin
  perform ${TURN};
  select position into strict head from log.head;

  -- The same as below, without the machinery for many.
  if cardinality(ids) = 1 then
    if befores[1] <> coalesce(
      (select e.revision from log.events e where e.stream = streams[1] order by e.revision desc limit 1), -1
    ) then return null; end if;
    insert into log.events (position, stream, revision, id, type, data, metadata)
      values (head + 1, streams[1], befores[1] + 1, ids[1], types[1], datas::json, metadatas::json);
    perform pg_notify('daybook_log', (head + 1)::text);
    return head;
  end if;

  select
    coalesce(bool_and(before = coalesce(
      (select e.revision from log.events e where e.stream = s.name order by e.revision desc limit 1), -1
    )), false),
    sum(after - before)
  into as_expected, room
  from unnest(streams, befores, afters) s (name, before, after);
  if not as_expected then return null; end if;

  insert into log.events (position, stream, revision, id, type, data, metadata)
    select head + k, streams[number], revision, id, type, data::json, metadata::json
    from unnest(numbers, revisions, ids, types, string_to_array(datas, E'\\n'), string_to_array(metadatas, E'\\n'))
      with ordinality e (number, revision, id, type, data, metadata, k)
    where revision > befores[number] and revision <= afters[number];
  get diagnostics written = row_count;
  if written <> room or written <> cardinality(ids) then raise exception 'Revisions must follow on from each other'; end if;
  perform pg_notify('daybook_log', (head + written)::text);
  return head;
end $$;
`;

/**
 * Takes a group of appends and judges each by itself, in order, so that one conflict fails no neighbour; also those that
 * follow wherever their stream ends, and those that are repeated. Statements do not grow with the group: one looks up
 * what is there, one inserts whatever was accepted.
 *
 * `numbers` says which of `streams` an append is for, `owners` which append an event belongs to (both from 1). The group
 * itself holds no event id twice.
 */
const APPEND_EACH = `
create or replace function log.append_each(
  streams text[], numbers int[], expecteds bigint[], sizes int[],
  ids uuid[], owners int[], types text[], datas text, metadatas text
) returns table (outcome text, revision bigint, "position" bigint) ${SETTINGS} as $$
#variable_conflict use_column
declare
  data_lines text[] := string_to_array(datas, E'\\n');
  metadata_lines text[] := string_to_array(metadatas, E'\\n');
  head bigint;
  currents bigint[];
  some_known boolean;
  known_revision bigint;
  known_position bigint;
  is_repeat boolean;
  before_position bigint[];
  before_revision bigint[];
  done int := 0;
  skipped int := 0;
  current bigint;
begin
  perform ${TURN};

  select
    (select h.position from log.head h),
    array(
      select coalesce((select max(e.revision) from log.events e where e.stream = s.name), -1)
      from unnest(streams) with ordinality s (name, number) order by s.number
    ),
    exists (select from log.events e where e.id = any (ids))
  into head, currents, some_known;

  for i in 1 .. cardinality(sizes) loop
    current := currents[numbers[i]];
    if some_known then
      select
        max(e.revision),
        max(e.position),
        bool_and(e.stream = streams[numbers[i]]) and count(*) = sizes[i] and count(distinct e.revision - mine.place) = 1
      into known_revision, known_position, is_repeat
      from unnest(ids[done + 1 : done + sizes[i]]) with ordinality mine (id, place)
      join log.events e on e.id = mine.id;
    end if;
    if known_revision is not null then
      outcome := case when is_repeat then 'repeated' else 'reused' end;
      revision := known_revision;
      position := known_position;
      skipped := skipped + sizes[i];
    elsif expecteds[i] = current or expecteds[i] = ${EXPECTED.any} or (expecteds[i] = ${EXPECTED.exists} and current >= 0) then
      before_position[i] := head - skipped;
      before_revision[i] := current - done;
      current := current + sizes[i];
      currents[numbers[i]] := current;
      outcome := 'appended';
      revision := current;
      position := before_position[i] + done + sizes[i];
    else
      outcome := 'conflict';
      revision := current;
      position := null;
      skipped := skipped + sizes[i];
    end if;
    done := done + sizes[i];
    return next;
  end loop;

  if done > skipped then
    insert into log.events (position, stream, revision, id, type, data, metadata)
      select
        before_position[owners[k]] + k, streams[numbers[owners[k]]], before_revision[owners[k]] + k,
        ids[k], types[k], data_lines[k]::json, metadata_lines[k]::json
      from generate_series(1, done) k
      where before_position[owners[k]] is not null;
    perform pg_notify('daybook_log', (head + done - skipped)::text);
  end if;
end $$;
`;

export const APPEND_FUNCTIONS = APPEND + APPEND_EACH;
