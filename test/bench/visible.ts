import { Subject } from 'rxjs';
import { auditTrail } from '../../projections/audit-trail/index.js';
import { runProjection, type Progress } from '../../projections/kit/runner.js';
import { createTables } from '../../projections/kit/tables.js';
import type { ReadSide } from '../../projections/open.js';
import { TYPE } from './events.js';
import type { Contender, Heard } from './peers/peer.js';

type Waiting = Readonly<{ position: bigint; stream: string; revision: number }>;

/**
 * Daybook with its audit trail running beside the writers. An event counts as seen when the transaction that holds its
 * row has been committed, not already when the runner was given it.
 */
export const withAuditTrail = ({ db, store }: ReadSide): Contender => {
  let visible = 0n;
  let waiting: Waiting[] = [];
  let heard: Heard = () => undefined;
  const see = () => {
    for (const { stream, revision } of waiting.filter(({ position }) => position <= visible)) heard(stream, revision);
    waiting = waiting.filter(({ position }) => position > visible);
  };
  return {
    append: async (stream, revision, events) => {
      const facts = events.map((event) => ({ ...event, type: TYPE }));
      const { position } = await store.append(`action-${stream}`, facts, revision === 0 ? 'none' : revision - 1);
      waiting.push({ position, stream, revision });
      see();
    },
    follow: async (signal, follower) => {
      heard = follower;
      await createTables(db, [auditTrail]);
      const progress = new Subject<Progress>();
      progress.subscribe(({ position }) => {
        visible = position;
        see();
      });
      await runProjection(auditTrail, { db, store, progress }, signal);
    },
    close: () => Promise.resolve(),
  };
};
