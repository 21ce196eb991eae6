import { eventCatalogue } from '../../src/event-catalogue.js';
import { ActionRated, ProgressNoted } from '../../src/plan/action/events.js';
import { EXAMPLES } from '../../test/support/event-examples.js';
import { projectionSpec, told } from '../../test/support/projection-spec.js';
import { auditTrail } from './index.js';
import type { AuditTrailRow } from './row.js';

const actionId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a02';
const rated = ActionRated.of({
  actionId,
  from: 'amber',
  to: 'green',
  rationale: 'Visits are in time',
  asAt: '2018-01-15',
});
const noted = ProgressNoted.of({ actionId, note: 'Started', asAt: '2018-01' });

const row: AuditTrailRow = {
  position: 1,
  eventId: 'event-0',
  type: ActionRated.type,
  stream: 'a-stream',
  revision: 0,
  recordedAt: '2017-07-01T23:30:00.000Z',
  recordedOn: '2017-07-02',
  actorId: 'lead',
  actorRole: 'lead',
  words: 'Moved the rating from amber to green',
  reason: 'Visits are in time',
  source: 'api',
  correlationId: 'one-request',
  causationId: null,
  subjectKind: 'action',
  subjectId: actionId,
  changes: [
    { label: 'Rating', before: 'amber', after: 'green' },
    { label: 'Rationale', before: null, after: 'Visits are in time' },
    { label: 'As at', before: null, after: '15 January 2018' },
  ],
  data: rated.data,
};
const metadata = { recordedAt: row.recordedAt, actor: { userId: 'lead', role: 'lead' }, source: 'api' } as const;

projectionSpec(auditTrail, (given) => {
  it('keeps who, when, what, why and from where, on the London day', () =>
    given(told(metadata, rated)).thenRow('event-0', row));

  it('puts the reason that was given with the command before the one in the data', () =>
    given(told({ ...metadata, reason: 'The board asked' }, rated)).thenRow('event-0', {
      ...row,
      reason: 'The board asked',
    }));

  it('keeps a row for each event, however alike', () => {
    const history = given(noted, noted, noted);
    history.thenNoRow('event-3');
    history.thenRow('event-2', {
      ...row,
      position: 3,
      eventId: 'event-2',
      type: ProgressNoted.type,
      revision: 2,
      recordedAt: '2018-01-16T09:30:00.000Z',
      recordedOn: '2018-01-16',
      actorId: 'someone',
      words: 'Noted progress: Started',
      reason: null,
      source: 'web',
      changes: [
        { label: 'Note', before: null, after: 'Started' },
        { label: 'As at', before: null, after: 'January 2018' },
      ],
      data: noted.data,
    });
  });

  it('takes every event of the catalogue', () => given(...EXAMPLES).thenNoRow(`event-${EXAMPLES.length}`));
});

describe('every declared event in words', () => {
  it('does not call a rating moved that was kept', () =>
    expect(ActionRated.words({ ...rated.data, from: 'green' })).toBe('Kept the rating green'));

  it.each(EXAMPLES.map((example) => [example.type, example] as const))('%s', (type, { data }) => {
    const declared = eventCatalogue.get(type)!;
    expect(declared.words(data)).toMatch(/^[A-Z"]\S* .*[^.]$/);
    expect(JSON.stringify([declared.words(data), declared.changes?.(data), declared.reason?.(data)])).not.toMatch(
      /undefined|NaN|\[object/,
    );
    expect(declared.subject(data)).toEqual({
      kind: expect.stringMatching(/^[a-z-]+$/),
      id: expect.stringMatching(/./),
    });
  });
});
