import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '../kernel/clock.js';
import type { Actor, Decider, Meta } from '../kernel/decider.js';
import type { AnyEventType, DomainEvent } from '../kernel/event-type.js';
import { idFrom, newId } from '../kernel/identifiers.js';
import { Refusal } from '../kernel/refusal.js';
import { senderOf, type RecordedCommand, type Sender } from './command/command.js';
import type { Rehearsal } from './command/rehearsal.js';
import { EditConflict } from './edit-conflict.js';
import {
  ConflictError,
  EventIdReusedError,
  EventStore,
  type Appended,
  type NewEvent,
  type StoredEvent,
} from './event-store.port.js';
import { readStored } from './read-stored.js';

/** Everything that one stream of facts needs: how it is named, what may be written, and who decides. */
export type StreamKind<State, C extends RecordedCommand, E extends DomainEvent> = Readonly<{
  decider: Decider<State, C, E>;
  events: readonly AnyEventType[];
  streamOf: (command: C) => string;
  /** What the stream cannot know by itself, asked of new facts. @throws Refusal */
  check?: (facts: readonly E[]) => Promise<void>;
}>;

type Loaded<State> = Readonly<{ state: State; history: readonly StoredEvent[] }>;

/** Load → decide → append: the only path by which a fact enters the log. */
@Injectable()
export class Streams {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal, EditConflict, ConflictError (after one retry). */
  async decide<S, C extends RecordedCommand, E extends DomainEvent>(
    kind: StreamKind<S, C, E>,
    command: C,
  ): Promise<Appended> {
    const sender = senderOf(command);
    if (sender.rehearsal) return this.rehearse(kind, command, sender.actor, sender.rehearsal);
    // Made once, before the first attempt: a retry writes the same ids.
    const makeId = idMaker(sender);
    try {
      return await this.attempt(kind, command, sender, makeId);
    } catch (error) {
      if (!(error instanceof ConflictError) || sender.seenRevision !== undefined) throw error;
      return await this.attempt(kind, command, sender, makeId);
    }
  }

  /** The state that a stream's facts add up to. @throws UnreadableEvent */
  async load<S, E extends DomainEvent>(
    kind: Pick<StreamKind<S, never, E>, 'events'> & { decider: Pick<Decider<S, never, E>, 'initial' | 'evolve'> },
    stream: string,
  ): Promise<Loaded<S>> {
    const declared = new Map(kind.events.map((event) => [event.type, event]));
    const history: StoredEvent[] = [];
    let state = kind.decider.initial;
    for await (const stored of this.store.readStream(stream)) {
      state = kind.decider.evolve(state, readStored(declared.get(stored.type), stored) as E);
      history.push(stored);
    }
    return { state, history };
  }

  /** What would be recorded, on top of what was rehearsed before. */
  private async rehearse<S, C extends RecordedCommand, E extends DomainEvent>(
    kind: StreamKind<S, C, E>,
    command: C,
    actor: Actor,
    rehearsal: Rehearsal,
  ): Promise<Appended> {
    const stream = kind.streamOf(command);
    const state = await rehearsal.stateOf(stream, async () => (await this.load(kind, stream)).state);
    const facts = kind.decider.decide(command, state, { now: this.clock.now(), actor });
    if (facts.length > 0) await kind.check?.(facts);
    rehearsal.take(stream, facts.reduce(kind.decider.evolve, state), facts);
    return { position: 0n, revision: -1, recorded: facts.length };
  }

  private async attempt<S, C extends RecordedCommand, E extends DomainEvent>(
    kind: StreamKind<S, C, E>,
    command: C,
    sender: Sender,
    makeId: (ordinal: number) => string,
  ): Promise<Appended> {
    const stream = kind.streamOf(command);
    const { state, history } = await this.load(kind, stream);
    const revision = history.length - 1;
    const body = digest(command);
    const earlier = answeredBefore(history, sender, body);
    if (earlier) return earlier;
    if (sender.seenRevision !== undefined && sender.seenRevision !== revision)
      throw new EditConflict(stream, history.slice(sender.seenRevision + 1));
    const meta: Meta = { now: this.clock.now(), actor: sender.actor };
    const facts = kind.decider.decide(command, state, meta);
    if (facts.length === 0) return { position: history.at(-1)?.position ?? 0n, revision, recorded: 0 };
    await kind.check?.(facts);
    const events = recordedBy(sender, meta.now, body, kind.events)(facts, makeId);
    try {
      return await this.store.append(stream, events, revision < 0 ? 'none' : revision);
    } catch (error) {
      throw await this.explained(error, kind, stream, sender);
    }
  }

  /** A lost race, as the person at the form needs to hear it. */
  private async explained<S, C extends RecordedCommand, E extends DomainEvent>(
    error: unknown,
    kind: StreamKind<S, C, E>,
    stream: string,
    { idempotencyKey, seenRevision }: Sender,
  ): Promise<unknown> {
    if (error instanceof EventIdReusedError && idempotencyKey) return keyReused();
    if (!(error instanceof ConflictError) || seenRevision === undefined) return error;
    const { history } = await this.load(kind, stream);
    return new EditConflict(stream, history.slice(seenRevision + 1));
  }
}

/** Facts as they enter the log: who, when, from where, and at which version of their shape. */
const recordedBy =
  (sender: Sender, recordedAt: string, body: string, declared: readonly AnyEventType[]) =>
  (facts: readonly DomainEvent[], makeId: (ordinal: number) => string): NewEvent[] =>
    facts.map((fact, i) => ({
      id: makeId(i),
      type: fact.type,
      data: fact.data,
      metadata: {
        recordedAt,
        actor: sender.actor,
        correlationId: sender.correlationId,
        causationId: sender.causationId ?? null,
        source: sender.source,
        schemaVersion: declared.find(({ type }) => type === fact.type)!.version,
        ...(sender.reason ? { reason: sender.reason } : {}),
        ...(sender.idempotencyKey ? { idempotency: { key: sender.idempotencyKey, body } } : {}),
      },
    }));

const idMaker = (sender: Sender): ((ordinal: number) => string) => {
  const { idempotencyKey, actor } = sender;
  if (idempotencyKey) return (ordinal) => idFrom(actor.userId, idempotencyKey, String(ordinal));
  const made: string[] = [];
  return (ordinal) => (made[ordinal] ??= newId());
};

const digest = (command: RecordedCommand): string =>
  createHash('sha256')
    .update(canonicalize({ ...command, type: command.type }) ?? '')
    .digest('hex');

const answeredBefore = (history: readonly StoredEvent[], sender: Sender, body: string): Appended | null => {
  if (!sender.idempotencyKey) return null;
  const same = history.filter(
    ({ metadata }) =>
      metadata.idempotency?.key === sender.idempotencyKey && metadata.actor.userId === sender.actor.userId,
  );
  const last = same.at(-1);
  if (!last) return null;
  if (last.metadata.idempotency?.body !== body) throw keyReused();
  return { position: last.position, revision: last.revision, recorded: same.length };
};

const keyReused = () =>
  new Refusal(
    'idempotency-key-reused',
    'This Idempotency-Key was used before for a different request. Send the new request with a new key.',
  );
