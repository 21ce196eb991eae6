import type { CommandBus } from '@nestjs/cqrs';
import type { RecordedCommand, Sender } from '../event-store/command/command.js';
import { Rehearsal } from '../event-store/command/rehearsal.js';
import { InvalidInput, Refusal } from '../kernel/refusal.js';
import { inLanes } from './lanes.js';
import type { MatchedFile, MatchedSeries } from './matching.js';
import type { RehearsedSeries } from './rehearsed.js';
import { publish, stepsOf, type Publication, type Step } from './steps.js';
import { wordsOf } from './words.js';

const LANES = 8;
const PUBLICATION_FIELDS = ['period', 'publishedOn', 'source'];
type Told = Readonly<{ words: string[]; commands: RecordedCommand[] }>;

/** Asks the deciders themselves, row by row, what they would record; the log stays as it is. */
export class DressRehearsal {
  constructor(
    private readonly bus: CommandBus,
    private readonly sender: Sender,
  ) {}

  async rehearse(file: MatchedFile, publication: Publication): Promise<RehearsedSeries[]> {
    const figures = await inLanes(file.series, LANES, (series) => this.figures(series, publication.period));
    const paper = new Rehearsal();
    const rows: RehearsedSeries[] = [];
    for (const [i, series] of file.series.entries())
      rows.push(await this.printed(file, publication, { series, figures: figures[i]!, paper }));
    return rows;
  }

  /** What a row says about its measure. */
  private async figures(series: MatchedSeries, period: string): Promise<Told | Refusal> {
    const rehearsal = new Rehearsal();
    const commands: RecordedCommand[] = [];
    try {
      for (const step of stepsOf(series, period)) commands.push(...(await this.take(step, rehearsal)));
    } catch (error) {
      return refusalOf(error);
    }
    return { commands, words: rehearsal.facts.map(wordsOf) };
  }

  /** The row as it was printed, on top of the rows before it. */
  private async printed(
    file: MatchedFile,
    publication: Publication,
    { series, figures, paper }: { series: MatchedSeries; figures: Told | Refusal; paper: Rehearsal },
  ): Promise<RehearsedSeries> {
    if (figures instanceof Refusal) return refused(series, figures);
    const before = paper.facts.length;
    try {
      await this.send(publish(file, publication, [series]), paper);
    } catch (error) {
      const refusal = refusalOf(error);
      const beside = refusal.errors.filter(({ field }) => PUBLICATION_FIELDS.includes(field));
      if (beside.length > 0) throw new InvalidInput(beside);
      return refused(series, refusal);
    }
    const rows = paper.facts.slice(before).filter(({ data }) => 'row' in data);
    const words = [...figures.words, ...rows.map(wordsOf)];
    const commands = figures.commands;
    return { series, commands, words, outcome: words.length > 0 ? 'recorded' : 'unchanged' };
  }

  /** The commands of a step that change something. */
  private async take({ command, whenTaken }: Step, rehearsal: Rehearsal): Promise<RecordedCommand[]> {
    try {
      return (await this.send(command, rehearsal)) ? [command] : [];
    } catch (error) {
      if (refusalOf(error).code !== 'period-has-figure') throw error;
      return whenTaken && (await this.send(whenTaken, rehearsal)) ? [whenTaken] : [];
    }
  }

  private async send(command: RecordedCommand, rehearsal: Rehearsal): Promise<boolean> {
    const { recorded } = await this.bus.execute(command.by({ ...this.sender, rehearsal }));
    return recorded > 0;
  }
}

const refused = (series: MatchedSeries, { message }: Refusal): RehearsedSeries => ({
  ...{ series, outcome: 'refused' as const, words: [message], commands: [] },
});

/** Only what the domain refuses is told to a person; anything else is a failure and goes on. */
const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  throw error;
};
