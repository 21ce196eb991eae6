import { Body, Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Known } from '../../../projections/kit/known.js';
import { MeasureSeries } from '../../../projections/measure-series/query.js';
import { MeasureList, OneMeasure } from '../../../projections/monthly-dashboard/query.js';
import type { Sender } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { Requires } from '../../identity/requires.js';
import {
  CorrectObservation,
  DefineMeasure,
  ExplainMissingFigure,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from '../../measures/measure/commands.js';
import { IdOf, newIdOf } from '../answer/id.js';
import { Reads, Writes } from '../answer/api.js';
import { Commands } from '../answer/commands.js';
import { AtKnown, By } from '../answer/request.js';
import { measureAnswer, oneMeasureAnswer } from './answer.js';
import {
  Baseline,
  MeasureAnswer,
  MeasureReceipt,
  MissingFigure,
  NewMeasure,
  NewTarget,
  Observation,
  ObservationCorrection,
  OneMeasureAnswered,
} from './answers.js';

const OfMeasure = ApiParam({ name: 'measureId', format: 'uuid' });

@ApiTags('Measures')
@Controller('api/measures')
export class MeasuresApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('measures.read')
  @Reads('Every measure, by theme and place on the dashboard', [MeasureAnswer])
  async list(@AtKnown() known: Known) {
    return (await this.queries.execute(new MeasureList(known))).map(measureAnswer);
  }

  @Get(':measureId')
  @OfMeasure
  @Requires('measures.read')
  @Reads('One measure, and every figure with who recorded it, when and from where', OneMeasureAnswered)
  async one(@IdOf('measure') measureId: string, @AtKnown() known: Known) {
    const [answer, series] = await Promise.all([
      this.queries.execute(new OneMeasure(known, measureId)),
      this.queries.execute(new MeasureSeries(known, measureId)),
    ]);
    return oneMeasureAnswer(answer, series);
  }

  @Post()
  @Requires('measures.define')
  @Writes('Define a measure', MeasureReceipt, 201)
  async define(@Body() body: NewMeasure, @By() sender: Sender) {
    const measureId = newIdOf('measure', sender);
    const receipt = await this.commands.send(fill(DefineMeasure, { ...body, measureId }).by(sender));
    return { ...receipt, measureId };
  }

  @Post(':measureId/observations')
  @OfMeasure
  @Requires('measures.record')
  @Writes('Record the figure of a month')
  record(@IdOf('measure') measureId: string, @Body() body: Observation, @By() sender: Sender) {
    return this.commands.send(fill(RecordObservation, { ...body, measureId }).by(sender));
  }

  @Post(':measureId/corrections')
  @OfMeasure
  @Requires('measures.record')
  @Writes('Correct a recorded figure, with the reason')
  correct(@IdOf('measure') measureId: string, @Body() body: ObservationCorrection, @By() sender: Sender) {
    return this.commands.send(fill(CorrectObservation, { ...body, measureId }).by(sender));
  }

  @Post(':measureId/missing-figures')
  @OfMeasure
  @Requires('measures.record')
  @Writes('Say why a month has no figure')
  explain(@IdOf('measure') measureId: string, @Body() body: MissingFigure, @By() sender: Sender) {
    return this.commands.send(fill(ExplainMissingFigure, { ...body, measureId }).by(sender));
  }

  @Post(':measureId/targets')
  @OfMeasure
  @Requires('measures.define')
  @Writes('Set a target, in force from a month on')
  target(@IdOf('measure') measureId: string, @Body() body: NewTarget, @By() sender: Sender) {
    return this.commands.send(fill(SetTarget, { ...body, measureId }).by(sender));
  }

  @Post(':measureId/baseline')
  @OfMeasure
  @Requires('measures.define')
  @Writes('Set the position at the judgement')
  baseline(@IdOf('measure') measureId: string, @Body() body: Baseline, @By() sender: Sender) {
    return this.commands.send(fill(SetBaseline, { ...body, measureId }).by(sender));
  }
}
