import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { NOW } from '../../../projections/kit/known.js';
import { Projections } from '../../../projections/kit/projections.service.js';
import { MeasureList } from '../../../projections/monthly-dashboard/query.js';
import { readingOf } from '../../../projections/monthly-dashboard/reading.js';
import { PlanOutline } from '../../../projections/plan-outline/query.js';
import type { Sender } from '../../event-store/command/command.js';
import type { Upload } from '../../importers/file/read-file.js';
import { Importer, type Imported } from '../../importers/importer.js';
import type { Particulars } from '../../importers/particulars.js';
import type { RehearsedImport, RehearsedSeries } from '../../importers/rehearsed.js';
import { differencesOf, type Difference } from '../../kernel/printed-row.js';

/** What would become of a series, and where its printed figures disagree with each other. */
export type CheckedSeries = RehearsedSeries & Readonly<{ differences: readonly Difference[] }>;
export type CheckedImport = Omit<RehearsedImport, 'series'> & Readonly<{ series: readonly CheckedSeries[] }>;

/** Where a person hands in a file: the importer on one side, what is known of the measures on the other. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly queries: QueryBus,
    private readonly importer: Importer,
    private readonly projections: Projections,
  ) {}

  /** Nothing is recorded. @throws FaultyFile, InvalidInput */
  async check(upload: Upload, particulars: Particulars, sender: Sender): Promise<CheckedImport> {
    const measures = await this.queries.execute(new MeasureList(NOW));
    const rehearsed = await this.importer.rehearse(upload, particulars, measures, sender);
    const { planId } = rehearsed.file;
    const { rules } = await this.queries.execute(new PlanOutline(NOW, planId));
    const byId = new Map(measures.map((measure) => [measure.measureId, measure]));
    const differences = ({ series }: RehearsedSeries) => {
      const measure = byId.get(series.known.measureId);
      return measure ? differencesOf(series.printed, readingOf(measure, rehearsed.publication.period, rules)) : [];
    };
    return { ...rehearsed, series: rehearsed.series.map((one) => ({ ...one, differences: differences(one) })) };
  }

  /** Records all of it; when this returns, every page shows it. @throws FaultyFile when a row was refused */
  async carryOut(checked: CheckedImport, sender: Sender): Promise<Imported> {
    const imported = await this.importer.carryOut(checked, sender);
    await this.projections.waitFor(imported.position);
    return imported;
  }
}
