import pg from 'pg';
import { newId } from '../../src/kernel/identifiers.js';

export type FreshDatabase = Readonly<{ url: string; drop(): Promise<void> }>;

/** A private database on the run's server, empty or copied. `drop` also closes what is still connected to it. */
export async function freshDatabase(template = 'template1'): Promise<FreshDatabase> {
  const name = `test_${newId().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

export function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the specs with npm test.');
  return url;
}

export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
