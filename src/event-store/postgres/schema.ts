import { APPEND_FUNCTIONS } from './append-functions.js';

/** A changed table or function needs the next number; a database with a higher one is refused. */
export const VERSION = 2;

/** The role that Daybook's own connections to the log act as: it may read, and call `log.append`. */
export const ROLE = 'daybook_log';

/**
 * The log in PostgreSQL. An append takes the turn before it looks where the log ends, and keeps it until it has
 * committed: positions are therefore assigned in commit order, without a gap, by however many processes.
 */
const TABLES = `
create schema log;

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
`;

/** Whoever may not make roles is left with the triggers; see the decision record on the global order. */
const GRANTS = `
revoke all on function log.append, log.append_each from public;
do $$
begin
  if not exists (select from pg_roles where rolname = '${ROLE}') then
    create role ${ROLE} nologin;
  end if;
  if not pg_has_role(current_user, '${ROLE}', 'member') then
    execute format('grant ${ROLE} to %I', current_user);
  end if;
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = '${ROLE}') then
    grant usage on schema log to ${ROLE};
    grant select on log.events, log.head to ${ROLE};
    grant execute on function log.append, log.append_each to ${ROLE};
  end if;
end $$;
comment on schema log is '${VERSION}';
`;

/**
 * From each earlier version to the next. The function that was there before is dropped: a process of that version must
 * not append by another turn than ours.
 */
export const UPGRADES: Readonly<Record<string, string>> = {
  1: `drop function log.append; drop table log.turn; ${APPEND_FUNCTIONS} ${GRANTS}`,
};

export const SCHEMA = TABLES + APPEND_FUNCTIONS + GRANTS;
