import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { RecordedCommand, Sender } from '../event-store/command/command.js';
import { fill } from '../event-store/command/fill.js';
import { EventStore, type Position } from '../event-store/event-store.port.js';
import { InvalidInput } from '../kernel/refusal.js';
import { FaultyFile, mustBeFaultless } from './faulty-file.js';
import { readFile, type ReadFile, type Upload } from './file/read-file.js';
import { CloseImport } from './imported-file/commands.js';
import { importStream } from './imported-file/decider.js';
import { inLanes } from './lanes.js';
import { matchFile, type KnownMeasure, type MatchedFile } from './matching.js';
import { particularsErrors, periodOf, type Particulars } from './particulars.js';
import { DressRehearsal } from './dress-rehearsal.js';
import { receiptsOf } from './receipts.js';
import { refusals, type RehearsedImport, type RehearsedSeries } from './rehearsed.js';
import { publish } from './steps.js';

const LANES = 8;
const MOST_IN_ONE_PAPER = 500;

/** `position` is that of the last event of the import. */
export type Imported = Readonly<{ importId: string; already: boolean; position: Position }>;

/** A file in, commands out: rehearsed first, then all of it or nothing. */
@Injectable()
export class Importer {
  constructor(
    private readonly bus: CommandBus,
    private readonly store: EventStore,
  ) {}

  /**
   * What would become of every row; nothing is recorded.
   * @throws FaultyFile, InvalidInput on period, publishedOn or source
   */
  async rehearse(
    upload: Upload,
    particulars: Particulars,
    measures: readonly KnownMeasure[],
    sender: Sender,
  ): Promise<RehearsedImport> {
    const beside = particularsErrors(particulars);
    const file = matchFile(readBeside(upload, beside), measures);
    if (beside.length > 0) throw new InvalidInput(beside);
    const { publishedOn, source } = particulars;
    const publication = { period: periodOf(particulars.period, file.series), publishedOn, source };
    const already = (await this.positionOf(file.sha256)) !== null;
    const series = already ? unchanged(file) : await new DressRehearsal(this.bus, sender).rehearse(file, publication);
    return { file, publication, series, already };
  }

  /** Records what was rehearsed. The same file again records nothing; after an interruption it records the rest. */
  async carryOut(rehearsed: RehearsedImport, sender: Sender): Promise<Imported> {
    const { file, publication, series } = rehearsed;
    const { importId, sha256, planId, rows, ignored } = file;
    const before = await this.positionOf(sha256);
    if (before !== null) return { importId, already: true, position: before };
    mustBeFaultless(refusals(rehearsed));
    // The file is its own key: one that was given for the request must not name events of several streams.
    const { actor, correlationId } = sender;
    const origin = `import:${sha256}#${file.kind.sheet}`;
    const from = (place: string): Sender => ({ actor, correlationId, source: `${origin}!${place}` });
    await inLanes(series, LANES, (one) => this.recordFigures(one, from(String(one.series.row))));
    const whole = from(`2-${rows + 1}`);
    for (const part of inParts(file.series, MOST_IN_ONE_PAPER))
      await this.send(publish(file, publication, part), whole);
    const close = fill(CloseImport, {
      ...{ importId, planId, sha256, rows, ignored, ...publication },
      ...{ fileName: file.fileName, kind: file.kind.kind },
      receipts: await receiptsOf(this.store, file, { origin, period: publication.period }),
    });
    return { importId, already: false, position: await this.send(close, whole) };
  }

  /** Where the import of this file ended; `null` when it was not yet imported. */
  private async positionOf(sha256: string): Promise<Position | null> {
    let last: Position | null = null;
    for await (const { position } of this.store.readStream(importStream(sha256))) last = position;
    return last;
  }

  private async recordFigures({ commands }: RehearsedSeries, sender: Sender): Promise<void> {
    for (const command of commands) await this.send(command, sender);
  }

  private async send(command: RecordedCommand, sender: Sender): Promise<Position> {
    return (await this.bus.execute(command.by(sender))).position;
  }
}

/** A faulty file is told together with what is wrong beside it, so that nobody has to send it twice to learn both. */
const readBeside = (upload: Upload, beside: ReturnType<typeof particularsErrors>): ReadFile => {
  try {
    return readFile(upload);
  } catch (error) {
    throw error instanceof FaultyFile ? error.with(beside) : error;
  }
};

const unchanged = ({ series }: MatchedFile): RehearsedSeries[] =>
  series.map((one) => ({ series: one, outcome: 'unchanged', words: [], commands: [] }));

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
