import { z } from 'zod';

/** What every event of an action holds, and what it is about. */
export const Id = z.uuid();
export const Said = z.string().min(1);
export const action = ({ actionId }: { actionId: string }) => ({ kind: 'action', id: actionId });
