import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore } from '../event-store/event-store.port.js';
import { sha256Of, type Upload } from '../importers/file/read-file.js';
import { importStream } from '../importers/imported-file/decider.js';
import { Importer } from '../importers/importer.js';
import { inLanes } from '../importers/lanes.js';
import type { KnownMeasure } from '../importers/matching.js';
import { Clock } from '../kernel/clock.js';
import { DemoClock } from './demo-clock.js';
import { sampleDashboard, sampleMeasures, samplePlan, sampleSupervision } from './sample-files.js';
import { actionMoments } from './story/actions.js';
import { definitions, knownMeasures, octoberFigures } from './story/measures.js';
import { demoSender, london, type Moment } from './story/moment.js';
import { planIdOf, planMoment } from './story/plan.js';

const LANES = 10;
const PUBLISHED_ON = '2018-01-16';
const PAPER = 'Improvement committee papers, 16 January 2018, appendix 2';

/** Tells the sample authority's past to the log, in order, through the same commands that people send. */
@Injectable()
export class SampleAuthority {
  constructor(
    private readonly bus: CommandBus,
    private readonly store: EventStore,
    private readonly importer: Importer,
    private readonly clock: Clock,
  ) {}

  /** The last file that loading imports is in the log, and so everything before it. */
  async isLoaded(): Promise<boolean> {
    for await (const _event of this.store.readStream(importStream(sha256Of(sampleSupervision().bytes)))) return true;
    return false;
  }

  /** Says what is not yet in the log; an interrupted load is finished by the next one. */
  async load(): Promise<void> {
    const clock = this.demoClock();
    const plan = samplePlan();
    const planId = planIdOf(plan);
    const measures = sampleMeasures();
    const known = knownMeasures(planId, measures);
    const moments = [
      planMoment(plan),
      ...actionMoments(plan),
      definitions(planId, measures),
      octoberFigures(sampleDashboard(), known),
    ].sort((a, b) => (a.at < b.at ? -1 : 1));
    for (const moment of moments) await this.play(moment, clock);
    clock.set(london(PUBLISHED_ON, '10:00'));
    for (const file of [sampleDashboard(), sampleSupervision()]) await this.import(file, known);
  }

  private async play({ at, lanes }: Moment, clock: DemoClock): Promise<void> {
    clock.set(at);
    await inLanes(lanes, LANES, async (lane) => {
      for (const command of lane) await this.bus.execute(command);
    });
  }

  private async import(upload: Upload, known: readonly KnownMeasure[]): Promise<void> {
    const sender = demoSender('performance');
    const particulars = { period: null, publishedOn: PUBLISHED_ON, source: PAPER };
    const rehearsed = await this.importer.rehearse(upload, particulars, known, sender);
    await this.importer.carryOut(rehearsed, sender);
  }

  private demoClock(): DemoClock {
    if (this.clock instanceof DemoClock) return this.clock;
    throw new Error('The sample authority has a simulated past: it is for DAYBOOK_MODE=demo only.');
  }
}
