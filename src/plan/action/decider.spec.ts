import { fill } from '../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../test/support/an-action.js';
import { specify } from '../../../test/support/decider-spec.js';
import { NoteProgress, RaiseAction, RateAction } from './commands.js';
import { actionDecider } from './decider.js';
import { ActionRated, ProgressNoted } from './events.js';

const { actionId } = ACTION;
const action = ACTION;
const red = { actionId, to: 'red', rationale: 'Two of three teams are late', asAt: '2018-01-15' } as const;
const note = { actionId, note: 'Trained the night team', asAt: '2017-12' };

const raised = raisedAction();
const ratedRed = ActionRated.of({ ...red, from: null });
const { given } = specify(actionDecider);

describe('raising an action', () => {
  it('takes it on', () => given().when(fill(RaiseAction, action)).then(raised));
  it('twice is once', () => given(raised).when(fill(RaiseAction, action)).thenNothing());
  it('does not take the id of another', () =>
    given(raised)
      .when(fill(RaiseAction, { ...action, reference: 'A13' }))
      .thenRefused('action-exists', 'actionId'));
  it('does not say something else about an action that was raised', () =>
    given(raised)
      .when(fill(RaiseAction, { ...action, title: 'Decide on every contact' }))
      .thenRefused('action-exists', 'actionId'));
});

describe('raising an action, besides', () => {
  it('does not move it from its plan to another', () =>
    given(raised)
      .when(fill(RaiseAction, { ...action, planId: '00000000-0000-4000-8000-000000000002' }))
      .thenRefused('action-in-another-plan', 'planId'));
  it('does not end before it starts', () =>
    given()
      .when(fill(RaiseAction, { ...action, startOn: '2018-04', dueOn: '2018-03-31' }))
      .thenRefused('due-before-start', 'dueOn'));
  it('may start and end in one month', () =>
    given()
      .when(fill(RaiseAction, { ...action, startOn: '2018-03', dueOn: '2018-03' }))
      .then(raisedAction({ startOn: '2018-03', dueOn: '2018-03' })));
  it('takes no supporting lead, measure or recommendation where none is given', () => {
    const { supportingLeads: _s, dependsOn: _d, measureIds: _m, recommendations: _r, ...bare } = action;
    const none = { supportingLeads: [], dependsOn: [], measureIds: [], recommendations: [] };
    given().when(fill(RaiseAction, bare)).then(raisedAction(none));
  });
});

describe('rating an action', () => {
  it('gives it a colour and a reason', () => given(raised).when(fill(RateAction, red)).then(ratedRed));
  it('says what the colour was before', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, to: 'amber' }))
      .then(ActionRated.of({ ...red, from: 'red', to: 'amber' })));
  it('may keep the colour for a new reason', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, rationale: 'Now one team is late' }))
      .then(ActionRated.of({ ...red, from: 'red', rationale: 'Now one team is late' })));
  it('may say the same of a later day', () =>
    given(raised, ratedRed)
      .when(fill(RateAction, { ...red, asAt: '2018-01-16' }))
      .then(ActionRated.of({ ...red, from: 'red', asAt: '2018-01-16' })));
  it('with nothing new is nothing', () => given(raised, ratedRed).when(fill(RateAction, red)).thenNothing());
  it('is not for a day to come', () =>
    given(raised)
      .when(fill(RateAction, { ...red, asAt: '2018-01-17' }))
      .thenRefused('date-ahead', 'asAt'));
  it('needs the action', () => given().when(fill(RateAction, red)).thenRefused('no-such-action', 'actionId'));
});

describe('noting progress', () => {
  it('keeps the note', () => given(raised).when(fill(NoteProgress, note)).then(ProgressNoted.of(note)));
  it('twice in a row is once', () =>
    given(raised, ProgressNoted.of(note)).when(fill(NoteProgress, note)).thenNothing());
  it('leaves the rating as it was', () =>
    given(raised, ratedRed, ProgressNoted.of(note)).when(fill(RateAction, red)).thenNothing());
  it('may be about this month', () =>
    given(raised)
      .when(fill(NoteProgress, { ...note, asAt: '2018-01' }))
      .then(ProgressNoted.of({ ...note, asAt: '2018-01' })));
  it('is not for a month to come', () =>
    given(raised)
      .when(fill(NoteProgress, { ...note, asAt: '2018-02' }))
      .thenRefused('date-ahead', 'asAt'));
  it('needs the action', () => given().when(fill(NoteProgress, note)).thenRefused('no-such-action', 'actionId'));
});
