import { specify } from '../../../../test/support/decider-spec.js';
import { ACTION, PARTICULARS, raisedAction, VERIFIED, WITHDRAWN } from '../../../../test/support/an-action.js';
import { fill } from '../../../event-store/command/fill.js';
import { readEvent } from '../../../kernel/event-type.js';
import { actionDecider } from '../decider.js';
import { AssignAction, ChangeActionParticulars, NoteProgress, RaiseAction } from './commands.js';
import { ActionAssigned, ActionParticularsChanged, ActionRaised, ProgressNoted } from './events.js';

const { given } = specify(actionDecider);
const { actionId } = ACTION;
const raised = raisedAction();

describe('raising an action', () => {
  it('takes it on', () => given().when(fill(RaiseAction, ACTION)).then(raised));
  it('twice is once', () => given(raised).when(fill(RaiseAction, ACTION)).thenNothing());
  it('once more is the same, whatever happened to it since', () => {
    const changed = { actionId, from: PARTICULARS, to: { ...PARTICULARS, title: 'Decide' }, why: 'Shorter to read' };
    given(raised, ActionParticularsChanged.of(changed)).when(fill(RaiseAction, ACTION)).thenNothing();
    given(...WITHDRAWN)
      .when(fill(RaiseAction, ACTION))
      .thenNothing();
  });
  it('needs no more than a plan gives', () => {
    const { actionId, planId, reference, theme, planRefs, title } = ACTION;
    const least = { actionId, planId, reference, theme, planRefs, title };
    given()
      .when(fill(RaiseAction, least))
      .then(
        ActionRaised.of({
          ...least,
          ...{ leadRole: null, ownerId: null, startOn: null, dueOn: null, successLooksLike: null },
          ...{ supportingLeads: [], dependsOn: [], measureIds: [], recommendations: [] },
        }),
      );
  });
  it.each(['2018-03', '2017-18 Q4', 'ongoing'])('may be due %s', (dueOn) =>
    given()
      .when(fill(RaiseAction, { ...ACTION, dueOn }))
      .then(raisedAction({ dueOn })),
  );
  it('does not take the id of another', () =>
    given(raised)
      .when(fill(RaiseAction, { ...ACTION, reference: 'A13' }))
      .thenRefused('action-exists', 'actionId'));
  it('does not say something else about an action that was raised', () =>
    given(raised)
      .when(fill(RaiseAction, { ...ACTION, title: 'Decide on every contact' }))
      .thenRefused('action-exists', 'actionId'));
  it('does not move it between plans', () =>
    given(raised)
      .when(fill(RaiseAction, { ...ACTION, planId: '00000000-0000-4000-8000-000000000002' }))
      .thenRefused(
        'action-in-another-plan',
        'planId',
        'This action belongs to another plan, and is not moved. Withdraw it there, and raise a new one here.',
      ));
  it('is not due before it starts', () =>
    given()
      .when(fill(RaiseAction, { ...ACTION, startOn: '2018-04-01' }))
      .thenRefused('due-before-start', 'dueOn', 'It starts 1 April 2018. Give a date by which it can be done.'));

  it('is read from before there were owners, links and services', () => {
    const { actionId, planId, reference, theme, planRefs, title, leadRole, startOn, dueOn } = ACTION;
    const first = { actionId, planId, reference, theme, planRefs, title, leadRole, startOn, dueOn };
    expect(readEvent(ActionRaised, 1, first).data).toEqual({
      ...first,
      ...{ ownerId: null, supportingLeads: [], dependsOn: [], successLooksLike: null },
      ...{ measureIds: [], recommendations: [] },
    });
  });
});

describe('changing the particulars', () => {
  const change = (changed: object) =>
    fill(ChangeActionParticulars, { actionId, ...PARTICULARS, why: 'Agreed by the board', ...changed });
  const changed = (to: object, from: object = {}) =>
    ActionParticularsChanged.of({
      ...{ actionId, from: { ...PARTICULARS, ...from }, to: { ...PARTICULARS, ...to }, why: 'Agreed by the board' },
    });

  it('says what it was and what it is', () =>
    given(raised)
      .when(change({ title: 'Decide', theme: 5 }))
      .then(changed({ title: 'Decide', theme: 5 })));
  it('empties what is left empty', () =>
    given(raised)
      .when(change({ successLooksLike: '', startOn: '', dependsOn: [] }))
      .then(changed({ successLooksLike: null, startOn: null, dependsOn: [] })));
  it('to what they are is nothing', () => {
    given(raised).when(change({})).thenNothing();
    given(raised, changed({ title: 'Decide' }))
      .when(change({ title: 'Decide' }))
      .thenNothing();
  });
  it('and back is two changes', () =>
    given(raised, changed({ title: 'Decide' }))
      .when(change({}))
      .then(changed({}, { title: 'Decide' })));
  it('does not start it after it is due', () =>
    given(raised)
      .when(change({ startOn: '2018-04' }))
      .thenRefused(
        'due-before-start',
        'startOn',
        'It is due 31 March 2018. Give a start by then, or move the due date first.',
      ));
  it('is not for one that is over', () => {
    given(...VERIFIED)
      .when(change({ theme: 5 }))
      .thenRefused('completion-verified', '');
    given(...WITHDRAWN)
      .when(change({ theme: 5 }))
      .thenRefused('action-withdrawn', '');
  });
  it('needs the action', () => given().when(change({})).thenRefused('no-such-action', 'actionId'));

  it('names what changed, in words', () => {
    const { data } = changed({ title: 'Decide', startOn: '2017-18 Q3', planRefs: [] });
    expect(ActionParticularsChanged.words(data)).toBe('Changed plan references, title, start');
    expect(ActionParticularsChanged.changes?.(data)).toEqual([
      { label: 'Plan references', before: '4a(iv)', after: null },
      { label: 'Title', before: ACTION.title, after: 'Decide' },
      { label: 'Start', before: 'September 2017', after: 'quarter 3 of 2017-18 (October to December 2017)' },
    ]);
  });
});

describe('assigning an action', () => {
  const to = (ownerRole: string, ownerId: string | null = null) => fill(AssignAction, { actionId, ownerRole, ownerId });
  const assigned = (ownerRole: string, ownerId: string | null, fromRole: string | null, fromId: string | null) =>
    ActionAssigned.of({ actionId, ownerRole, ownerId, fromRole, fromId });
  const handedOver = assigned('Head of duty', 'duty.head', 'Head of the front door', 'front.door');

  it('says from whom to whom', () => {
    given(raised).when(to('Head of duty', 'duty.head')).then(handedOver);
    expect(ActionAssigned.words(handedOver.data)).toBe(
      'Handed over from Head of the front door (front.door) to Head of duty (duty.head)',
    );
  });
  it('may be to a role that nobody holds', () =>
    given(raised, handedOver)
      .when(to('Head of duty'))
      .then(assigned('Head of duty', null, 'Head of duty', 'duty.head')));
  it('is the first time where it was nobody’s', () => {
    const first = assigned('Head of duty', null, null, null);
    given(raisedAction({ leadRole: null, ownerId: null }))
      .when(to('Head of duty'))
      .then(first);
    expect(ActionAssigned.words(first.data)).toBe('Assigned to Head of duty');
  });
  it('to whom it belongs is nothing', () => {
    given(raised).when(to('Head of the front door', 'front.door')).thenNothing();
    given(raised, handedOver).when(to('Head of duty', 'duty.head')).thenNothing();
  });
  it('may follow its completion', () =>
    given(...VERIFIED)
      .when(to('Head of duty', 'duty.head'))
      .then(handedOver));
  it('is not for one that was withdrawn', () =>
    given(...WITHDRAWN)
      .when(to('Head of duty'))
      .thenRefused('action-withdrawn', ''));
});

describe('noting progress', () => {
  const note = { actionId, note: 'Trained the night team', asAt: '2017-12' };
  it('keeps the note', () => given(raised).when(fill(NoteProgress, note)).then(ProgressNoted.of(note)));
  it('twice in a row is once', () =>
    given(raised, ProgressNoted.of(note)).when(fill(NoteProgress, note)).thenNothing());
  it('may be about this month', () =>
    given(raised)
      .when(fill(NoteProgress, { ...note, asAt: '2018-01' }))
      .then(ProgressNoted.of({ ...note, asAt: '2018-01' })));
  it('is not for a month to come', () =>
    given(raised)
      .when(fill(NoteProgress, { ...note, asAt: '2018-02' }))
      .thenRefused('date-ahead', 'asAt'));
  it('may follow its completion, not its withdrawal', () => {
    given(...VERIFIED)
      .when(fill(NoteProgress, note))
      .then(ProgressNoted.of(note));
    given(...WITHDRAWN)
      .when(fill(NoteProgress, note))
      .thenRefused('action-withdrawn', '');
  });
  it('needs the action', () => given().when(fill(NoteProgress, note)).thenRefused('no-such-action', 'actionId'));
});
