import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { Global, Module, type INestApplication } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MeasureSeries } from '../../projections/measure-series/query.js';
import {
  DashboardMonths,
  MeasureList,
  MonthlyDashboard,
  OneMeasure,
} from '../../projections/monthly-dashboard/query.js';
import { NOW, type Known } from '../../projections/kit/known.js';
import { ProjectionsModule } from '../../projections/kit/projections.module.js';
import { Projections } from '../../projections/kit/projections.service.js';
import { PlanOutline } from '../../projections/plan-outline/query.js';
import { PublishedDashboards } from '../../projections/published-dashboards/query.js';
import { PublishedDifferences } from '../../projections/published-differences/query.js';
import { moments, projections, queryHandlers } from '../../projections/projections.js';
import type { RecordedCommand } from '../../src/event-store/command/command.js';
import { fill } from '../../src/event-store/command/fill.js';
import { EventStoreModule } from '../../src/event-store/event-store.module.js';
import { Clock } from '../../src/kernel/clock.js';
import { idFrom } from '../../src/kernel/identifiers.js';
import { InvalidInput, NotFound } from '../../src/kernel/refusal.js';
import { Staff } from '../../src/kernel/staff.js';
import {
  ContradictObservation,
  CorrectObservation,
  DefineMeasure,
  RecordObservation,
  SetBaseline,
  SetTarget,
} from '../../src/measures/measure/commands.js';
import { MeasuresModule } from '../../src/measures/module.js';
import { PublishDashboardRows } from '../../src/measures/published-dashboard/commands.js';
import { PlanModule } from '../../src/plan/module.js';
import { AdoptPlan, AdoptRatingRule, SetThemes } from '../../src/plan/plan/commands.js';
import { freshPlace, type Place } from '../support/place.js';

const planId = idFrom('plan');
const [duty, care, missing] = [idFrom('duty'), idFrom('care'), idFrom('missing')];

class SetClock extends Clock {
  at = '2018-01-16T09:00:00.000Z';
  now() {
    return this.at;
  }
}

/** Nobody is asked for here: no action is raised. */
@Global()
@Module({ providers: [{ provide: Staff, useValue: { standing: () => Promise.resolve('here') } }], exports: [Staff] })
class AnyStaff {}

describe('what can be asked of the dashboard', () => {
  const clock = new SetClock();
  let place: Place;
  let app: INestApplication;
  let upTo = 0n;

  const send = async (command: RecordedCommand) => {
    const sender = {
      actor: { userId: 'data', role: 'performance' as const },
      source: 'api',
      correlationId: idFrom('c'),
    };
    const appended = await app.get(CommandBus).execute(command.by(sender));
    upTo = appended.position > upTo ? appended.position : upTo;
    return appended;
  };
  const ask: QueryBus['execute'] = async (query: never) => {
    await app.get(Projections).waitFor(upTo);
    return app.get(QueryBus).execute(query);
  };
  const knownAt = async (instant: string): Promise<Known> => {
    await app.get(Projections).waitFor(upTo);
    return app.get(Projections).known(instant);
  };

  const measure = { planId, section: 'Leadership', theme: 2, planRefs: ['2a(i)'], source: 'returned' };
  const define = (measureId: string, breakdown: string, order: number) =>
    fill(DefineMeasure, {
      ...measure,
      measureId,
      breakdown,
      order,
      name: 'Average caseload',
      unit: 'cases',
      polarity: 'lower',
      definition: 'Children held by each full-time worker.',
    });
  const record = (measureId: string, period: string, value: string) =>
    fill(RecordObservation, { measureId, period, value });

  beforeAll(async () => {
    place = await freshPlace();
    const { databaseUrl } = place;
    const built = await Test.createTestingModule({
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({ databaseUrl, eventStoreUrl: place.log.eventStoreUrl, clock }),

        AnyStaff,
        PlanModule,
        MeasuresModule,
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          entities: projections.map(({ table }) => table.entity),
          retryAttempts: 0,
        }),
        ProjectionsModule.forRoot({ all: projections, moments, databaseUrl, runner: true }),
      ],
      providers: queryHandlers,
    }).compile();
    app = await built.createNestApplication({ logger: false }).init();
  });
  afterAll(async () => {
    await app.close();
    await place.drop();
  });

  it('begins with nothing, and says what to do', async () => {
    await expect(ask(new PlanOutline(NOW))).rejects.toThrow('There is no improvement plan yet');
    await expect(ask(new DashboardMonths(NOW))).resolves.toBeNull();
    await expect(ask(new PublishedDifferences(NOW))).resolves.toEqual({ checked: 0, rows: [] });
    await expect(ask(new OneMeasure(NOW, duty))).rejects.toThrow(NotFound);
  });

  it('shows a month by theme and place, with the rule of the plan', async () => {
    const judgement = {
      label: 'Ofsted judgement',
      overall: 'Inadequate',
      publishedOn: '2017-07-07',
      inspectedIn: '2017-05',
    };
    await send(fill(AdoptPlan, { planId, title: 'Plan', authority: 'Anytown', judgement, adoptedOn: '2017-10' }));
    await send(fill(SetThemes, { planId, themes: [{ number: 2, name: 'Leadership' }], references: [] }));
    const rule = {
      version: 1,
      from: '2017-07',
      compareWith: ['baseline', 'previous'],
      better: 'green',
      worse: 'red',
      targetIgnored: true,
      words: 'The judgement first.',
    };
    await send(fill(AdoptRatingRule, { planId, rule, adoptedOn: '2017-10-12' }));
    await send(define(care, 'Children in care', 10));
    await send(define(duty, 'Duty and assessment', 8));
    await send(
      fill(SetTarget, { measureId: duty, target: { text: '12 to 16', low: '12', high: '16' }, from: '2017-07' }),
    );
    await send(fill(SetBaseline, { measureId: duty, label: 'Ofsted judgement', value: '28.3' }));
    await send(record(duty, '2017-10', '30.2'));
    await send(record(duty, '2017-11', '28.6'));
    await send(record(care, '2017-08', '14.5'));

    const answer = await ask(new MonthlyDashboard(NOW, '2017-11'));
    expect(answer).toMatchObject({
      period: '2017-11',
      knownAt: null,
      planId,
      themes: [{ number: 2, name: 'Leadership' }],
      publishedOn: null,
      months: { first: '2017-08', last: '2017-11' },
    });
    expect(answer.rows.map(({ id, rating, latest }) => [id, rating, latest])).toEqual([
      [duty, 'R', { period: '2017-11', value: 28.6 }],
      [care, null, { period: '2017-08', value: 14.5 }],
    ]);
    expect(await ask(new DashboardMonths(NOW))).toMatchObject({ all: ['2017-08', '2017-09', '2017-10', '2017-11'] });
    expect((await ask(new PlanOutline(NOW))).rules).toEqual([{ ...rule, same: null }]);
  });

  it('refuses a month without figures, and what is no month', async () => {
    await expect(ask(new MonthlyDashboard(NOW, '2016-03'))).rejects.toThrow(
      'There is no dashboard for March 2016. There are figures from August 2017 to November 2017.',
    );
    await expect(ask(new MonthlyDashboard(NOW, 'March'))).rejects.toThrow(InvalidInput);
    await expect(ask(new PublishedDifferences(NOW, 'March'))).rejects.toThrow(InvalidInput);
    await expect(ask(new PublishedDifferences(NOW, '2017-10'))).rejects.toThrow('No dashboard was published');
    await expect(ask(new MonthlyDashboard(NOW, '2017-11', idFrom('other plan')))).rejects.toThrow(NotFound);
  });

  it('gives three right answers before, between and after two corrections', async () => {
    const correct = (value: string) =>
      fill(CorrectObservation, { measureId: duty, period: '2017-11', value, why: 'Two workers were counted twice' });
    clock.at = '2018-01-17T09:00:00.000Z';
    await send(correct('28.1'));
    clock.at = '2018-01-18T09:00:00.000Z';
    await send(correct('27.9'));

    const shown = async (known: Known) => {
      const [row] = (await ask(new MonthlyDashboard(known, '2017-11'))).rows;
      return [row?.text.latest, row?.rating, row?.lastCorrection?.value ?? null];
    };
    expect(await shown(await knownAt('2018-01-16T12:00:00Z'))).toEqual(['28.6', 'R', null]);
    expect(await shown(await knownAt('2018-01-17T12:00:00Z'))).toEqual(['28.1', 'G', '28.1']);
    expect(await shown(NOW)).toEqual(['27.9', 'G', '27.9']);
    await expect(ask(new PlanOutline(await knownAt('2018-01-15T12:00:00Z')))).rejects.toThrow(NotFound);
  });

  it('tells of each figure who recorded it, when and from where, and of each correction why', async () => {
    const series = await ask(new MeasureSeries(NOW, duty));
    const by = { by: 'data', role: 'performance', source: 'api', why: 'Two workers were counted twice' };
    expect(series.map(({ period, value }) => [period, value])).toEqual([
      ['2017-10', '30.2'],
      ['2017-11', '27.9'],
    ]);
    expect(series[1]).toMatchObject({
      recordedBy: 'data',
      role: 'performance',
      recordedAt: '2018-01-16T09:00:00.000Z',
      source: 'api',
      contradicts: null,
      corrections: [
        { ...by, was: '28.6', value: '28.1', at: '2018-01-17T09:00:00.000Z' },
        { ...by, was: '28.1', value: '27.9', at: '2018-01-18T09:00:00.000Z' },
      ],
    });
  });

  it('keeps both figures of one month, and what was printed beside what follows from it', async () => {
    await send(define(missing, 'From home', 44));
    await send(record(missing, '2017-10', '0.9'));
    const why = 'The table prints October twice';
    await send(fill(ContradictObservation, { measureId: missing, period: '2017-10', value: '1.6', why }));
    const printed = {
      previous: { period: '2017-10', value: '0.9' },
      latest: { period: '2017-10', value: '1.6' },
      change: { value: '0.68', text: '0.68', direction: 'up' },
      rating: 'R',
    };
    const row = {
      row: 44,
      measureId: missing,
      planRefs: ['2a(i)'],
      measure: 'Average caseload',
      breakdown: 'From home',
      printed,
    };
    const paper = { planId, period: '2017-11', publishedOn: '2018-01-16', source: 'Committee paper' };
    const published = await send(fill(PublishDashboardRows, { ...paper, rows: [row] }));
    expect(published.recorded).toBe(2);
    expect((await send(fill(PublishDashboardRows, { ...paper, rows: [row] }))).recorded).toBe(0);

    const answer = await ask(new MonthlyDashboard(NOW, '2017-11'));
    expect(answer.publishedOn).toBe('2018-01-16');
    expect(answer.rows.at(-1)).toMatchObject({
      publishedRow: 44,
      previous: { period: '2017-10', value: 0.9 },
      latest: { period: '2017-10', value: 1.6 },
      published: { change: 0.68, text: '0.68', rating: 'R' },
      differences: [{ field: 'period' }],
      attention: ['differs-from-published', 'two-figures-for-one-period', 'older-figure'],
    });
    expect(await ask(new PublishedDifferences(NOW, '2017-11'))).toMatchObject({
      checked: 1,
      rows: [{ row: 44, measureId: missing, unit: 'cases', differences: [{ field: 'period' }] }],
    });
    expect(await ask(new PublishedDashboards(NOW))).toMatchObject([
      { period: '2017-11', publishedOn: '2018-01-16', papers: [{ source: 'Committee paper' }] },
    ]);
  });

  it('lists measures in the order of the dashboard, and one with its siblings', async () => {
    expect((await ask(new MeasureList(NOW, planId))).map(({ measureId }) => measureId)).toEqual([duty, care, missing]);
    const one = await ask(new OneMeasure(NOW, care));
    expect(one.measure.figures).toEqual([{ period: '2017-08', ordinal: 0, value: '14.5', source: 'api' }]);
    expect(one.siblings.map(({ measureId }) => measureId)).toEqual([duty, missing]);
  });

  it('records nothing for a row that differs from what was printed', async () => {
    const before = upTo;
    const row = { row: 44, measureId: missing, planRefs: [], measure: 'Average caseload', printed: { rating: 'G' } };
    const rows = [{ ...row, row: 8, measureId: duty }, row];
    const paper = { planId, period: '2017-11', publishedOn: '2018-01-16', source: 'Another paper' };
    await expect(send(fill(PublishDashboardRows, { ...paper, rows }))).rejects.toMatchObject({
      code: 'published-row-differs',
    });
    expect(upTo).toBe(before);
    expect(await ask(new PublishedDashboards(NOW))).toHaveLength(1);
    expect((await ask(new PublishedDifferences(NOW))).checked).toBe(1);
  });
});
