import { Controller, Get, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { NOW } from '../../../../projections/kit/known.js';
import { OneMeasure } from '../../../../projections/monthly-dashboard/query.js';
import type { Sender } from '../../../event-store/command/command.js';
import { fill } from '../../../event-store/command/fill.js';
import { Requires } from '../../../identity/requires.js';
import { CorrectObservation } from '../../../measures/measure/commands.js';
import { IdOf } from '../../answer/id.js';
import { Commands } from '../../answer/commands.js';
import { editForm } from '../../answer/edit-form.js';
import { page, SeeOther, submit, type Typed } from '../../answer/page.js';
import type { Problem } from '../../answer/problem.js';
import { By, Draft, Form } from '../../answer/request.js';
import { titleOf, UNIT_HINT } from '../words.js';
import { correctionIn, figureChoices, inTheForm } from './form.js';

@Controller('measures/:measureId/correct')
export class CorrectFigurePage {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Requires('measures.record')
  show(@IdOf('measure') measureId: string, @Draft() typed: Typed | null, @Query('figure') figure: unknown) {
    return this.form(measureId, typed ?? (typeof figure === 'string' ? { figure } : {}));
  }

  @Post()
  @Requires('measures.record')
  correct(@IdOf('measure') measureId: string, @Form() typed: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.commands.send(fill(CorrectObservation, { ...correctionIn(typed), measureId }).by(sender)),
      done: new SeeOther(`/measures/${measureId}`, 'The figure was corrected'),
      again: (problem) => this.form(measureId, typed, inTheForm(problem)),
    });
  }

  private async form(measureId: string, typed: Typed, problem?: Problem) {
    const { measure } = await this.queries.execute(new OneMeasure(NOW, measureId));
    const model = {
      measure: { id: measureId, title: titleOf(measure), hint: UNIT_HINT[measure.unit] },
      choices: figureChoices(measure, typed.figure),
      ...editForm(measure.revision, typed, problem),
    };
    return page('measure/correct/page.njk', model, problem);
  }
}
