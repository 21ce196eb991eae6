import pg from 'pg';
import { newId } from '../../src/kernel/identifiers.js';

export type Planted = Readonly<{ type: string; version: number; data: object; stream?: string }>;

const METADATA = {
  recordedAt: '2018-02-01T09:00:00.000Z',
  actor: { userId: 'someone', role: 'lead' },
  correlationId: 'planted',
  causationId: null,
  source: 'api',
};

const pastTheGuards = async <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // The superuser's way around the log's own triggers.
    await client.query('set session_replication_role = replica');
    return await work(client);
  } finally {
    await client.end();
  }
};

const metadataOf = (version: number): string => JSON.stringify({ ...METADATA, schemaVersion: version });

/**
 * Writes an event past the application, as a newer or a broken version of the software would have, or a damaged disk.
 * @returns its position; nobody is told that the log has grown
 */
export const plant = (
  databaseUrl: string,
  { type, version, data, stream = `planted-${newId()}` }: Planted,
): Promise<bigint> =>
  pastTheGuards(databaseUrl, async (client) => {
    const { rows } = await client.query<{ position: string }>(
      `insert into log.events (position, stream, revision, id, type, data, metadata)
       select max(position) + 1, $1, coalesce(max(revision) filter (where stream = $1), -1) + 1, $2, $3, $4, $5
       from log.events returning position`,
      [stream, newId(), type, JSON.stringify(data), metadataOf(version)],
    );
    return BigInt(rows[0]!.position);
  });

/** Stands for the mended software: from now on this event can be read. */
export const mend = (databaseUrl: string, position: bigint, { type, version, data }: Planted): Promise<unknown> =>
  pastTheGuards(databaseUrl, (client) =>
    client.query(`update log.events set type = $1, data = $2, metadata = $3 where position = $4`, [
      ...[type, JSON.stringify(data), metadataOf(version), String(position)],
    ]),
  );
