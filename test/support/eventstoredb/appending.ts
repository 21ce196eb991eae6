import type { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import type {
  AppendReq,
  AppendResp as AppendAnswer,
  BatchAppendReq,
  BatchAppendResp as BatchAnswer,
} from '@eventstore/db-client/generated/streams_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { idOf, nameOf, proposedOf } from './messages.js';
import { WrongExpectedVersion, type ExpectedRevision, type Proposed, type RecordedLog } from './recorded-log.js';

const { AppendResp, BatchAppendResp } = streamsPb;
const FAILED_PRECONDITION = 9;

/** The older call: options first, then one message an event, one answer at the end. */
export const append = (
  log: RecordedLog,
  call: ServerReadableStream<AppendReq, AppendAnswer>,
  answer: sendUnaryData<AppendAnswer>,
): void => {
  let options: AppendReq.Options | undefined;
  const events: Proposed[] = [];
  call.on('data', (request: AppendReq) => {
    const message = request.getProposedMessage();
    if (message) events.push(proposedOf(message));
    else options = request.getOptions();
  });
  call.on('end', () => {
    const expected = expectedOf(options!, options!.getRevision());
    try {
      const { revision, position } = log.append(nameOf(options!.getStreamIdentifier()), expected, events);
      const success = new AppendResp.Success().setCurrentRevision(String(revision));
      if (position === null) success.setNoPosition(new sharedPb.Empty());
      else
        success.setPosition(
          new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)),
        );
      answer(null, new AppendResp().setSuccess(success));
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion)) throw error;
      const wrong = new AppendResp.WrongExpectedVersion();
      if (error.current < 0n) wrong.setCurrentNoStream(new sharedPb.Empty());
      else wrong.setCurrentRevision(String(error.current));
      answer(null, new AppendResp().setWrongExpectedVersion(wrong));
    }
  });
};

/** The newer call: one long-lived stream on which batches come in pieces, each answered by its correlation id. */
export const batchAppend = (
  log: RecordedLog,
  call: ServerDuplexStream<BatchAppendReq, BatchAnswer>,
  answer: (response: BatchAnswer) => void,
): void => {
  const open = new Map<string, { options: BatchAppendReq.Options | undefined; events: Proposed[] }>();
  call.on('data', (request: BatchAppendReq) => {
    const id = idOf(request.getCorrelationId());
    const batch = open.get(id) ?? { options: request.getOptions(), events: [] };
    open.set(id, batch);
    batch.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    open.delete(id);
    const options = batch.options!;
    const response = new BatchAppendResp()
      .setCorrelationId(request.getCorrelationId())
      .setStreamIdentifier(options.getStreamIdentifier());
    const expected = expectedOf(options, options.getStreamPosition());
    answer(settle(response, () => log.append(nameOf(options.getStreamIdentifier()), expected, batch.events)));
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
};

const settle = (response: BatchAnswer, write: () => ReturnType<RecordedLog['append']>): BatchAnswer => {
  try {
    const { revision, position } = write();
    const success = new BatchAppendResp.Success().setCurrentRevision(String(revision));
    if (position === null) success.setNoPosition(new emptyPb.Empty());
    else
      success.setPosition(
        new sharedPb.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)),
      );
    return response.setSuccess(success);
  } catch (error) {
    if (!(error instanceof WrongExpectedVersion)) throw error;
    const wrong = new sharedPb.WrongExpectedVersion();
    if (error.current < 0n) wrong.setCurrentNoStream(new emptyPb.Empty());
    else wrong.setCurrentStreamRevision(String(error.current));
    const details = new anyPb.Any();
    details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
    return response.setError(
      new statusPb.Status().setCode(FAILED_PRECONDITION).setMessage(error.message).setDetails(details),
    );
  }
};

type Options = Readonly<{ hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean }>;

const expectedOf = (options: Options, revision: string): ExpectedRevision => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : BigInt(revision);
};
