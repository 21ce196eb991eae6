import { openLog } from '../../../src/event-store/postgres/open-log.js';
import { followingOn } from '../../../src/event-store/postgres/group.js';
import { TYPE } from '../events.js';
import { openPool } from './open-pool.js';
import type { Peer } from './peer.js';

const nobody = { settle: () => undefined, fail: () => undefined };

/** Daybook's own table and turn, and every append a transaction of its own: what sharing commits is worth. */
export const turnForEach: Peer = {
  name: 'turn-for-each',
  settings: "Daybook's log.append, one append a transaction, as many connections as writers",
  readModels: false,
  open: async (connectionString, writers) => {
    await (await openLog(connectionString)).end();
    const pool = openPool(connectionString, writers);
    const text = 'select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9) as head';
    return {
      append: async (stream, revision, events) => {
        const facts = events.map((event) => ({ ...event, type: TYPE }));
        const datas = facts.map(({ data }) => JSON.stringify(data));
        const metadatas = facts.map(({ metadata }) => JSON.stringify(metadata));
        const one = { stream, expected: revision - 1, events: facts, datas, metadatas, length: 0, ...nobody };
        const { rows } = await pool.query<{ head: string | null }>({
          name: 'append',
          text,
          values: followingOn([one])!,
        });
        if (rows[0]!.head === null) throw new Error(`${stream} was not at ${revision - 1}`);
      },
      close: () => pool.end(),
    };
  },
};
