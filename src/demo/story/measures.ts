import { fill } from '../../event-store/command/fill.js';
import { readFile, type Upload } from '../../importers/file/read-file.js';
import { matchFile, type KnownMeasure } from '../../importers/matching.js';
import { idFrom } from '../../kernel/identifiers.js';
import { DefineMeasure, RecordObservation, SetBaseline } from '../../measures/measure/commands.js';
import type { SampleMeasure } from '../sample-files.js';
import { demoSender, london, type Moment } from './moment.js';

const OCTOBER = '2017-10';

const measureIdOf = (planId: string, { name, breakdown }: SampleMeasure): string =>
  idFrom('sample-measure', planId, name, breakdown ?? '');

/** The measures as an importer knows them. */
export const knownMeasures = (planId: string, measures: readonly SampleMeasure[]): KnownMeasure[] =>
  measures.map((measure) => {
    const { name, breakdown, planRefs, unit } = measure;
    return { measureId: measureIdOf(planId, measure), planId, name, breakdown, planRefs, unit };
  });

/** The measures are defined, with their positions at the judgement, which were known by then. */
export const definitions = (planId: string, measures: readonly SampleMeasure[]): Moment => ({
  at: london('2017-11-01', '09:00'),
  lanes: measures.map((measure) => {
    const { publishedRow: order, target: _target, baseline, ...particulars } = measure;
    const measureId = measureIdOf(planId, measure);
    const definition = fill(DefineMeasure, { ...particulars, measureId, planId, order, source: 'returned' });
    const position = baseline ? [fill(SetBaseline, { measureId, ...baseline })] : [];
    return [definition, ...position].map((command) => command.by(demoSender('performance')));
  }),
});

/** October's figures, as the team had them a month before the paper printed them as the previous ones. */
export const octoberFigures = (upload: Upload, measures: readonly KnownMeasure[]): Moment => ({
  at: london('2017-11-14', '09:00'),
  lanes: matchFile(readFile(upload), measures).series.flatMap(({ known: { measureId }, printed: { previous } }) =>
    previous?.period === OCTOBER
      ? [[fill(RecordObservation, { measureId, ...previous }).by(demoSender('performance'))]]
      : [],
  ),
});
