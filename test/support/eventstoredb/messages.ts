import type { BatchAppendReq, ReadResp as Answer } from '@eventstore/db-client/generated/streams_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed, Recorded } from './recorded-log.js';

type Place = Readonly<{ commit: bigint; prepare: bigint }>;
type Identifier = InstanceType<typeof sharedPb.StreamIdentifier>;
type Uuid = InstanceType<typeof sharedPb.UUID>;

const { ReadResp } = streamsPb;
const TICKS_PER_MILLISECOND = 10_000n;

export const nameOf = (identifier: Identifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): Identifier =>
  new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));

/** The single append sends ids as two 64-bit halves, the batch append as text. */
export const idOf = (uuid: Uuid | undefined): string => {
  const halves = uuid?.getStructured();
  if (!halves) return uuid?.getString() ?? '';
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(halves.getMostSignificantBits()), 0);
  bytes.writeBigInt64BE(BigInt(halves.getLeastSignificantBits()), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Both kinds of append carry events in messages of the same shape. */
export const proposedOf = (message: BatchAppendReq.ProposedMessage): Proposed => ({
  id: idOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: Buffer.from(message.getData_asU8()),
  metadata: Buffer.from(message.getCustomMetadata_asU8()),
});

export const eventAnswer = ({
  id,
  stream,
  revision,
  position,
  type,
  contentType,
  created,
  ...record
}: Recorded): Answer => {
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(id))
    .setStreamIdentifier(identifierOf(stream))
    .setStreamRevision(String(revision))
    .setCommitPosition(String(position))
    .setPreparePosition(String(position))
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  event
    .getMetadataMap()
    .set('type', type)
    .set('content-type', contentType)
    .set('created', String(BigInt(created.getTime()) * TICKS_PER_MILLISECOND));
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(position)));
};

export const notFoundAnswer = (stream: string): Answer =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));

export const confirmationAnswer = (id: string): Answer =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const checkpointAnswer = ({ commit, prepare }: Place): Answer =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );

export const caughtUpAnswer = (): Answer => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());
