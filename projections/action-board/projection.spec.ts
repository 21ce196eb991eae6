import { ActionRaised, ActionRated, ProgressNoted } from '../../src/plan/action/events.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { actionBoard } from './index.js';

const actionId = '00000000-0000-4000-8000-000000000012';
const action = {
  actionId,
  planId: '00000000-0000-4000-8000-000000000001',
  reference: 'A12',
  theme: 4,
  planRefs: ['4a(iv)'],
  title: 'Decide on every contact within a day',
  leadRole: 'Head of the front door',
  startOn: '2017-09',
  dueOn: '2018-03-31',
};
const unrated = { rating: null, rationale: null, ratedAsAt: null, lastNote: null, lastNoteAsAt: null };
const red = { rating: 'red', rationale: 'Two of three teams are late', ratedAsAt: '2018-01-15' } as const;

const raised = ActionRaised.of(action);
const rated = ActionRated.of({ actionId, from: null, to: 'red', rationale: red.rationale, asAt: red.ratedAsAt });
const noted = ProgressNoted.of({ actionId, note: 'Trained the night team', asAt: '2017-12' });

projectionSpec(actionBoard, (given) => {
  it('lists a new action, not yet rated', () =>
    given(raised).thenRow(actionId, { ...action, ...unrated, revision: 0 }));

  it('shows its colour, and why', () =>
    given(raised, rated).thenRow(actionId, { ...action, ...unrated, ...red, revision: 1 }));

  it('shows what was last said, whatever the colour', () =>
    given(raised, rated, noted).thenRow(actionId, {
      ...action,
      ...red,
      lastNote: 'Trained the night team',
      lastNoteAsAt: '2017-12',
      revision: 2,
    }));
});
