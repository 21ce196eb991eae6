import type { INestApplication } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { auditTrail } from '../../projections/audit-trail/index.js';
import { AuditTrail, auditTrailQueries, OneEvent, TrailActors } from '../../projections/audit-trail/query.js';
import type { TrailFilter } from '../../projections/audit-trail/rows.js';
import { NOW, type Known } from '../../projections/kit/known.js';
import { ProjectionsModule } from '../../projections/kit/projections.module.js';
import { Projections } from '../../projections/kit/projections.service.js';
import { moments } from '../../projections/projections.js';
import { subjects } from '../../projections/subjects/index.js';
import { PlanReferences, subjectsQueries } from '../../projections/subjects/query.js';
import { eventCatalogue } from '../../src/event-catalogue.js';
import { EventStoreModule } from '../../src/event-store/event-store.module.js';
import { EventStore, type NewEvent } from '../../src/event-store/event-store.port.js';
import type { DomainEvent } from '../../src/kernel/event-type.js';
import { idFrom } from '../../src/kernel/identifiers.js';
import type { Role } from '../../src/kernel/role.js';
import { AccountOpened, RoleChanged } from '../../src/identity/account/events.js';
import { ActionRaised, ActionRated, ProgressNoted } from '../../src/plan/action/events.js';
import { ObjectivesSet, PlanAdopted } from '../../src/plan/plan/events.js';
import { collect } from '../contract/event-store.support.js';
import { freshPlace, type Place } from '../support/place.js';

const planId = idFrom('plan');
const [visits, audits] = [idFrom('visits'), idFrom('audits')];
const judgement = { label: 'Judgement', overall: 'Inadequate', publishedOn: '2017-07-07', inspectedIn: '2017-05' };
const raised = (actionId: string, reference: string, title: string, planRefs: string[]) =>
  ActionRaised.of({
    actionId,
    planId,
    reference,
    theme: 1,
    planRefs,
    title,
    ...{ leadRole: null, ownerId: null, startOn: null, dueOn: null, successLooksLike: null },
    ...{ supportingLeads: [], dependsOn: [], measureIds: [], recommendations: [] },
  });
const objectives = (...texts: string[]) =>
  ObjectivesSet.of({ planId, objectives: texts.map((text, i) => ({ number: i + 1, text })) });

/** Two London days: 23:30 UTC on 30 June 2017 is half past midnight on 1 July in London. */
const history: readonly [who: string, role: Role, at: string, event: DomainEvent, reason?: string][] = [
  [
    'admin',
    'admin',
    '2017-06-30T10:00:00.000Z',
    PlanAdopted.of({
      planId,
      kind: 'ofsted-improvement-plan',
      title: 'Getting to good',
      authority: 'Somewhere',
      judgement,
      adoptedOn: '2017-06',
    }),
  ],
  ['admin', 'admin', '2017-06-30T11:00:00.000Z', objectives('Timely visits', 'Good practice')],
  ['admin', 'admin', '2017-06-30T12:00:00.000Z', raised(visits, 'A1', 'Visit every child in time', ['5b(ii)', '10a'])],
  ['admin', 'admin', '2017-06-30T22:59:59.999Z', raised(audits, 'A2', 'Audit case files', ['2a'])],
  [
    'lead',
    'lead',
    '2017-06-30T23:30:00.000Z',
    ActionRated.of({
      actionId: visits,
      from: null,
      to: 'amber',
      rationale: 'Half of the visits are late',
      asAt: '2017-07-01',
    }),
  ],
  [
    'lead',
    'lead',
    '2017-07-01T09:00:00.000Z',
    ProgressNoted.of({ actionId: audits, note: 'Ten files audited', asAt: '2017-07-01' }),
    'The board asked for it',
  ],
  ['admin', 'admin', '2017-07-02T09:00:00.000Z', objectives('Timely visits', 'Good practice', 'Stable teams')],
  [
    'admin',
    'admin',
    '2017-07-03T09:00:00.000Z',
    AccountOpened.of({ userId: 'chair', title: 'Board member', role: 'board' }),
  ],
  [
    'admin',
    'admin',
    '2017-07-03T10:00:00.000Z',
    RoleChanged.of({
      userId: 'chair',
      from: 'board',
      to: 'inspector',
      fromTitle: 'Board member',
      toTitle: 'Inspector',
    }),
  ],
];

const events = history.map(([userId, role, recordedAt, { type, data }, reason], i): NewEvent => ({
  id: idFrom('event', String(i + 1)),
  type,
  data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
  metadata: {
    recordedAt,
    actor: { userId, role },
    correlationId: idFrom('correlation'),
    causationId: null,
    source: 'web',
    schemaVersion: eventCatalogue.get(type)!.version,
    ...(reason ? { reason } : {}),
  },
}));

describe('the audit trail in the database', () => {
  let place: Place;
  let app: INestApplication;
  /** Where each event of the history stands: the first at 1, before it 0. */
  let at: bigint[];

  beforeAll(async () => {
    place = await freshPlace();
    const { databaseUrl: url } = place;
    const all = [moments, subjects, auditTrail];
    const entities = all.map(({ table }) => table.entity);
    const module = await Test.createTestingModule({
      imports: [
        CqrsModule.forRoot(),
        EventStoreModule.forRoot({ databaseUrl: url, eventStoreUrl: place.log.eventStoreUrl }),
        TypeOrmModule.forRoot({ type: 'postgres', url, entities, retryAttempts: 0 }),
        ProjectionsModule.forRoot({ all, moments, databaseUrl: url, runner: true }),
      ],
      providers: [...auditTrailQueries, ...subjectsQueries],
    }).compile();
    app = await module.createNestApplication().init();
    const { position } = await app.get(EventStore).append('some-stream', events, 'none');
    at = [0n, ...(await collect(app.get(EventStore).readAll(0n))).map((event) => event.position)];
    expect(await app.get(Projections).waitFor(position)).toBe(true);
  });

  afterAll(async () => {
    await app.close();
    await place.drop();
  });

  const ask: QueryBus['execute'] = (query: never) => app.get(QueryBus).execute(query);
  const trail = (filter: TrailFilter, known: Known = NOW, page: { before?: number; size?: number } = {}) =>
    ask(new AuditTrail(known, filter, page));
  const knownAt = (nth: number): Known => ({ position: at[nth]!, instant: null });
  /** Which events of the history these are. */
  const numbers = (rows: readonly { position: number }[]) => rows.map(({ position }) => at.indexOf(BigInt(position)));
  const found = async (...asked: Parameters<typeof trail>) => numbers((await trail(...asked)).rows);
  const one = (nth: number, known: Known = NOW) => ask(new OneEvent(known, idFrom('event', String(nth))));

  it.each<[string, TrailFilter, number[]]>([
    ['everything, newest first', {}, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['one person', { actor: 'lead' }, [6, 5]],
    ['one kind', { type: 'ActionRaised' }, [4, 3]],
    ['one plan reference', { planRef: '5b(ii)' }, [5, 3]],
    ['from a London day', { from: '2017-07-01' }, [9, 8, 7, 6, 5]],
    ['up to a London day', { to: '2017-06-30' }, [4, 3, 2, 1]],
    ['one London day', { from: '2017-07-01', to: '2017-07-01' }, [6, 5]],
    ['one subject', { subject: { kind: 'action', id: audits } }, [6, 4]],
    ['all of them together', { actor: 'lead', planRef: '10a', from: '2017-07-01', type: 'ActionRated' }, [5]],
    ['nobody', { actor: "lead' or true --" }, []],
    ['a kind that does not exist', { type: 'Nothing' }, []],
    ['half a plan reference', { planRef: '5b' }, []],
  ])('filters by %s', async (_by, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it('pages by position, each event once', async () => {
    const first = await trail({}, NOW, { size: 3 });
    expect(numbers(first.rows)).toEqual([9, 8, 7]);
    expect(first.more).toBe(true);
    const before = Number(at[5]);
    expect(await found({}, NOW, { before, size: 3 })).toEqual([4, 3, 2]);
    expect((await trail({}, NOW, { before, size: 4 })).more).toBe(false);
  });

  it('is read as it was known', async () => {
    const then = await app.get(Projections).known('2017-06-30T12:30:00.000Z');
    expect(await found({}, then)).toEqual([3, 2, 1]);
    await expect(one(5, then)).rejects.toMatchObject({ code: 'no-such-event' });
  });

  it('calls a subject what it was called then', async () => {
    const titles = async (nth: number) =>
      (await trail({ subject: { kind: 'account', id: 'chair' } }, knownAt(nth))).rows.map(
        ({ subject }) => subject.title,
      );
    expect(await titles(8)).toEqual(['Board member (chair)']);
    expect(await titles(9)).toEqual(['Inspector (chair)', 'Inspector (chair)']);
    expect((await trail({}, knownAt(8), { size: 1 })).more).toBe(true);
  });

  it('says who, what, why, and about what', async () => {
    const { rows } = await trail({ from: '2017-07-01', to: '2017-07-01' });
    expect(rows).toMatchObject([
      {
        actorId: 'lead',
        actorRole: 'lead',
        words: 'Noted progress: Ten files audited',
        reason: 'The board asked for it',
        subject: { kind: 'action', id: audits, title: 'A2 Audit case files', planRefs: ['2a'] },
      },
      { words: 'Rated amber', reason: 'Half of the visits are late', recordedOn: '2017-07-01' },
    ]);
    expect(rows[0]).not.toHaveProperty('data');
  });

  it('shows what an event replaced as the before, and nothing before the first', async () => {
    expect((await one(2)).changes.every(({ before }) => before === null)).toBe(true);
    expect((await one(7)).changes).toEqual([
      { label: 'Objectives 1', before: 'number: 1, text: Timely visits', after: 'number: 1, text: Timely visits' },
      { label: 'Objectives 2', before: 'number: 2, text: Good practice', after: 'number: 2, text: Good practice' },
      { label: 'Objectives 3', before: null, after: 'number: 3, text: Stable teams' },
    ]);
  });

  it('keeps the data as it was stored, field by field', async () => {
    const { data } = await one(5);
    expect(JSON.stringify(data)).toBe(JSON.stringify(events[4]!.data));
  });

  it('offers people and plan references to choose from', async () => {
    expect(await ask(new TrailActors(NOW))).toEqual(['admin', 'lead']);
    expect(await ask(new PlanReferences(NOW))).toEqual(['2a', '5b(ii)', '10a']);
  });
});
