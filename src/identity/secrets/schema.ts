import type { Pool } from 'pg';

/**
 * What must never be in the log, because the log is kept, shown and handed over. Nothing here can be turned back into
 * what somebody typed or was given: passwords are argon2id, everything else is a SHA-256 of 256 random bits.
 * The shape of `session` is the one that connect-pg-simple asks for.
 */
const SCHEMA = `
create schema if not exists identity;
create table if not exists identity.passwords (user_id text primary key, hash text not null);
create table if not exists identity.tokens (token_hash text primary key, token_id uuid not null unique, user_id text not null);
create table if not exists identity.setup_links (token_hash text primary key, user_id text, expires_at timestamptz not null);
create table if not exists identity.failed_sign_ins (
  id bigint generated always as identity primary key,
  user_id text not null,
  address text not null,
  at timestamptz not null
);
create index if not exists failed_sign_ins_by_user on identity.failed_sign_ins (user_id, at);
create index if not exists failed_sign_ins_by_address on identity.failed_sign_ins (address, at);
create table if not exists identity.session (sid varchar primary key, sess json not null, expire timestamp(6) not null);
create index if not exists session_by_expiry on identity.session (expire);
create table if not exists identity.settings (name text primary key, value text not null);
`;

/** Makes the tables once, however many processes start at the same moment. */
export const createSecrets = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('daybook.identity.create'))`);
    await client.query(SCHEMA);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
