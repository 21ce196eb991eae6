import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { AssignAction, ChangeActionParticulars, NoteProgress } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionAssigned, ActionParticularsChanged, ActionWithdrawn, Particulars } from '../events.js';

const { actionId } = ACTION;
const { given } = specify(actionDecider);
const from = Particulars.parse(ACTION);
const why = 'The board asked for a limit';
const withdrawn = ActionWithdrawn.of({ actionId, why: 'Part of A14 now' });

describe('wording an action anew', () => {
  const to = { ...from, title: 'Decide on every contact within four hours' };
  const change = fill(ChangeActionParticulars, { actionId, ...to, why });

  it('keeps what it said before beside what it says now', () =>
    given(raisedAction()).when(change).then(ActionParticularsChanged.of({ actionId, from, to, why })));
  it('to what it says already is nothing', () =>
    given(raisedAction())
      .when(fill(ChangeActionParticulars, { actionId, ...from, why }))
      .thenNothing());
  it('does not start after it is due', () =>
    given(raisedAction())
      .when(fill(ChangeActionParticulars, { actionId, ...from, startOn: '2018-04', why }))
      .thenRefused('due-before-start', 'startOn'));
  it('needs an action that was not withdrawn', () =>
    given(raisedAction(), withdrawn).when(change).thenRefused('action-withdrawn', ''));
  it('needs the action', () => given().when(change).thenRefused('no-such-action', 'actionId'));
});

describe('assigning an action', () => {
  const assign = fill(AssignAction, { actionId, ownerRole: 'Head of duty', ownerId: 'duty.manager' });
  const assigned = ActionAssigned.of({
    ...{ actionId, ownerRole: 'Head of duty', ownerId: 'duty.manager' },
    ...{ fromRole: ACTION.leadRole, fromId: ACTION.ownerId },
  });

  it('hands it over', () => given(raisedAction()).when(assign).then(assigned));
  it('to its owner is nothing', () => given(raisedAction(), assigned).when(assign).thenNothing());
  it('may give it to a role alone', () =>
    given(raisedAction())
      .when(fill(AssignAction, { actionId, ownerRole: 'Head of duty', ownerId: null }))
      .then(ActionAssigned.of({ ...assigned.data, ownerId: null })));
  it('needs an action that was not withdrawn', () =>
    given(raisedAction(), withdrawn).when(assign).thenRefused('action-withdrawn', ''));
});

describe('noting progress', () => {
  it('needs an action that was not withdrawn', () =>
    given(raisedAction(), withdrawn)
      .when(fill(NoteProgress, { actionId, note: 'Trained', asAt: '2018-01' }))
      .thenRefused('action-withdrawn', ''));
});
