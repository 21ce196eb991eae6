create schema log;

create table log.turn (only_row boolean primary key default true check (only_row));
insert into log.turn default values;

create table log.events (
  position bigint primary key,
  stream text collate "C" not null,
  revision bigint not null,
  id uuid not null unique,
  type text not null,
  data json not null,
  metadata json not null,
  unique (stream, revision)
);

create view log.head as select coalesce(max(position), 0) as position from log.events;

create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only: % on log.% is refused. Record a correcting event instead.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger events_are_never_changed
  before update or delete on log.events for each row execute function log.refuse_change();
create trigger events_are_never_truncated
  before truncate on log.events for each statement execute function log.refuse_change();

create function log.append(
  streams text[], numbers int[], expecteds bigint[], sizes int[],
  ids uuid[], owners int[], types text[], datas text, metadatas text
) returns table (outcome text, revision bigint, "position" bigint)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  data_lines text[] := string_to_array(datas, E'\n');
  metadata_lines text[] := string_to_array(metadatas, E'\n');
  turn boolean;
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
  select only_row into strict turn from log.turn for update;

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
    elsif expecteds[i] = current or expecteds[i] = -2 or (expecteds[i] = -3 and current >= 0) then
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

revoke all on function log.append from public;
do $$
begin
  if not exists (select from pg_roles where rolname = 'daybook_log') then
    create role daybook_log nologin;
  end if;
  if not pg_has_role(current_user, 'daybook_log', 'member') then
    execute format('grant daybook_log to %I', current_user);
  end if;
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'daybook_log') then
    grant usage on schema log to daybook_log;
    grant select on log.events, log.head to daybook_log;
    grant execute on function log.append to daybook_log;
  end if;
end $$;
comment on schema log is '1';
