import type { Meta } from '../../kernel/decider.js';
import type { ActionEvent } from './events.js';
import type { Live } from './state.js';

type Named = Readonly<{ type: string }>;

/** One decision for each command of a chapter: one that is forgotten does not compile. */
export type Decisions<C extends Named> = Readonly<{
  [T in C['type']]: (command: Extract<C, { type: T }>, action: Live, meta: Meta) => readonly ActionEvent[];
}>;

/** One change for each event of a chapter, likewise. */
export type Changes<E extends Named & Readonly<{ data: unknown }>> = Readonly<{
  [T in E['type']]: (action: Live, data: Extract<E, { type: T }>['data']) => Live;
}>;
