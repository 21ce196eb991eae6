import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { NOW } from '../../../../projections/kit/known.js';
import { OneMeasure } from '../../../../projections/monthly-dashboard/query.js';
import type { Sender } from '../../../event-store/command/command.js';
import { fill } from '../../../event-store/command/fill.js';
import { Requires } from '../../../identity/requires.js';
import { figureInWords } from '../../../kernel/figure.js';
import { addMonths } from '../../../kernel/plain-date.js';
import { RecordObservation } from '../../../measures/measure/commands.js';
import { IdOf } from '../../answer/id.js';
import { Commands } from '../../answer/commands.js';
import { editForm } from '../../answer/edit-form.js';
import { page, SeeOther, submit, type Typed } from '../../answer/page.js';
import type { Problem } from '../../answer/problem.js';
import { By, Draft, Form } from '../../answer/request.js';
import { titleOf, UNIT_HINT } from '../words.js';

@Controller('measures/:measureId/record')
export class RecordFigurePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('measures.record')
  async show(@IdOf('measure') measureId: string, @Draft() typed: Typed | null, problem?: Problem) {
    const { measure } = await this.queries.execute(new OneMeasure(NOW, measureId));
    const { unit, figures, revision } = measure;
    const latest = figures.at(-1);
    const model = {
      measure: { id: measureId, title: titleOf(measure), hint: UNIT_HINT[unit] },
      latest: latest ? { period: latest.period, text: figureInWords(latest.value, unit) } : null,
      nextMonth: latest ? addMonths(latest.period, 1) : null,
      ...editForm(revision, typed, problem),
    };
    return page('measure/record/page.njk', model, problem);
  }

  @Post()
  @Requires('measures.record')
  record(@IdOf('measure') measureId: string, @Form() typed: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.commands.send(fill(RecordObservation, { ...typed, measureId }).by(sender)),
      done: new SeeOther(`/measures/${measureId}`, 'The figure was recorded'),
      again: (problem) => this.show(measureId, typed, problem),
    });
  }
}
