import { openStore } from './event-store.module.js';
import { requireWritable } from './postgres/writable.js';

/**
 * Opens the log and closes it again, before anything else is begun: whatever would keep Daybook from it is then the
 * only thing that is said. @throws LogUnavailable with a sentence for the person at the terminal.
 */
export const knock = async (databaseUrl: string, eventStoreUrl: string | null): Promise<void> => {
  await requireWritable(databaseUrl);
  const store = await openStore(databaseUrl, eventStoreUrl);
  await store.close();
};
