import { Command } from '@nestjs/cqrs';
import type { Actor } from '../../kernel/decider.js';
import type { Appended, Revision } from '../event-store.port.js';
import type { Rehearsal } from './rehearsal.js';

/** Who sends a command, from where, and how it may be retried. Never part of the body. */
export type Sender = Readonly<{
  actor: Actor;
  source: string;
  correlationId: string;
  causationId?: string;
  /** Same key, same body: same answer. */
  idempotencyKey?: string;
  /** What an edit form was showing; such a command is never retried. */
  seenRevision?: Revision;
  /** Why, where the person was asked. */
  reason?: string;
  /** Decide on top of what was rehearsed before, and write nothing. */
  rehearsal?: Rehearsal;
}>;

const senders = new WeakMap<object, Sender>();

/** A command is the body of the REST route, the form of the page, and the thing on the bus. */
export abstract class RecordedCommand extends Command<Appended> {
  /** The command's own name; a getter on the class, so that no body can set it. */
  abstract get type(): string;

  /** `bus.execute(fill(RateAction, body).by(sender))` */
  by(sender: Sender): this {
    senders.set(this, sender);
    return this;
  }
}

export const senderOf = (command: RecordedCommand): Sender => {
  const sender = senders.get(command);
  if (!sender) throw new Error(`${command.type} was sent by nobody: call .by(sender) before executing it`);
  return sender;
};
