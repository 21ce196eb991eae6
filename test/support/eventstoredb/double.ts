import {
  Metadata,
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { append, batchAppend } from './appending.js';
import { membersAnswer, supportedAnswer } from './cluster.js';
import { read } from './reading.js';
import { RecordedLog } from './recorded-log.js';

type Method = 'append' | 'batchAppend' | 'read' | 'features' | 'gossip';
type Failure = Readonly<{ code: number; exception?: string; details?: Readonly<Record<string, string>> }>;
type Call = Readonly<{ metadata: Metadata }> & { emit(event: 'error', error: Error): boolean };

export type DoubleOptions = Readonly<{
  /** Doubles with the same log are nodes of one cluster. */
  log?: RecordedLog;
  credentials?: ServerCredentials;
  /** Who may call, by the `authorization` header. */
  admits?: (authorization: string) => boolean;
  /** As servers since 21.10 do: batches over one stream. */
  batches?: boolean;
  /** As servers since 23.10 do: say when a subscription is live. */
  signals?: boolean;
}>;

/**
 * Stands in for an EventStoreDB server: the same protocol over a real socket, from the service definitions that the
 * client brings. It encodes how we read the server's behaviour and is no proof of it.
 */
export class EventStoreDouble {
  readonly log: RecordedLog;
  /** Addresses that gossip names, the leader first. */
  members: string[] = [];
  handedOut = 0;
  /** Reads and subscriptions that were begun, and that have not ended. */
  begunReads = 0;
  openReads = 0;
  port = 0;
  private server: Server | null = null;
  private failures: [Method, Failure][] = [];
  private losing = false;

  constructor(private readonly options: DoubleOptions = {}) {
    this.log = options.log ?? new RecordedLog();
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get connectionString(): string {
    return `esdb://${this.address}?tls=false`;
  }

  async start(): Promise<this> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    server.addService(streamsGrpc.StreamsService, this.streams());
    server.addService(featuresGrpc.ServerFeaturesService, {
      getSupportedMethods: this.answers('features', () => supportedAnswer(this.options.batches ?? true)),
    });
    server.addService(gossipGrpc.GossipService, {
      read: this.answers('gossip', () => membersAnswer(this.members.length > 0 ? this.members : [this.address])),
    });
    this.port = await new Promise<number>((resolve, reject) => {
      const { credentials = ServerCredentials.createInsecure() } = this.options;
      server.bindAsync(this.address, credentials, (error, port) => (error ? reject(error) : resolve(port)));
    });
    this.server = server;
    return this;
  }

  /** Every connection ends at once, as when the server is killed. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = null;
  }

  /** Gone and back again, at the same address. */
  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  /** The next call of a method fails. */
  failNext(method: Method, failure: Failure): void {
    this.failures.push([method, failure]);
  }

  /** The next batch is written, and the server gone before it can say so. */
  loseNextAnswer(): void {
    this.losing = true;
  }

  private streams(): Record<string, UntypedHandleCall> {
    type In<H extends keyof typeof streamsGrpc.StreamsService> = ReturnType<
      (typeof streamsGrpc.StreamsService)[H]['requestDeserialize']
    >;
    type Out<H extends keyof typeof streamsGrpc.StreamsService> = ReturnType<
      (typeof streamsGrpc.StreamsService)[H]['responseDeserialize']
    >;
    return {
      append: (call: ServerReadableStream<In<'append'>, Out<'append'>>, answer: sendUnaryData<Out<'append'>>) => {
        const refusal = this.refusal('append', call.metadata);
        if (refusal) answer(refusal);
        else append(this.log, call, answer);
      },
      batchAppend: (call: ServerDuplexStream<In<'batchAppend'>, Out<'batchAppend'>>) => {
        if (this.refused('batchAppend', call)) return;
        batchAppend(this.log, call, (response) => {
          if (this.losing) void this.restart();
          else call.write(response);
          this.losing = false;
        });
      },
      read: (call: ServerWritableStream<In<'read'>, Out<'read'>>) => {
        if (this.refused('read', call)) return;
        this.begunReads += 1;
        this.openReads += 1;
        call.once('close', () => (this.openReads -= 1));
        const handOut = () => (this.handedOut += 1);
        void read({ log: this.log, call, signals: this.options.signals ?? true, handOut });
      },
    };
  }

  private answers<Answer>(method: Method, make: () => Answer) {
    return (call: ServerUnaryCall<unknown, Answer>, answer: sendUnaryData<Answer>) => {
      const refusal = this.refusal(method, call.metadata);
      if (refusal) answer(refusal);
      else answer(null, make());
    };
  }

  private refused(method: Method, call: Call): boolean {
    const refusal = this.refusal(method, call.metadata);
    if (refusal) call.emit('error', refusal);
    return refusal !== null;
  }

  private refusal(method: Method, metadata: Metadata) {
    const index = this.failures.findIndex(([failing]) => failing === method);
    if (index >= 0) return asError(this.failures.splice(index, 1)[0]![1]);
    const authorization = String(metadata.get('authorization')[0] ?? '');
    // A server tells anybody what it can do and who is in its cluster.
    const admitted = method === 'gossip' || method === 'features' || (this.options.admits?.(authorization) ?? true);
    return admitted ? null : asError({ code: 7, exception: 'access-denied' });
  }
}

const asError = ({ code, exception, details = {} }: Failure) => {
  const metadata = new Metadata();
  if (exception) metadata.set('exception', exception);
  for (const [name, value] of Object.entries(details)) metadata.set(name, value);
  return Object.assign(new Error(exception ?? 'failed on purpose'), { code, details: exception ?? '', metadata });
};
