import { ACTION, raisedAction } from '../../../test/support/an-action.js';
import type { Refusal } from '../../kernel/refusal.js';
import { Staff } from '../../kernel/staff.js';
import { ActionAssigned, ProgressNoted, type ActionEvent } from './events.js';
import { OwnerIsHere } from './owner-is-here.js';

/** One is here, one has left; nobody knows anybody else. */
class TwoPeople extends Staff {
  standing(userId: string) {
    if (userId === 'here') return Promise.resolve('here' as const);
    return Promise.resolve(userId === 'gone' ? ('left' as const) : ('unknown' as const));
  }
}
const { actionId } = ACTION;
const raisedFor = (ownerId: string | null) => raisedAction({ ownerId });
const assignedTo = (ownerId: string | null) =>
  ActionAssigned.of({ actionId, ownerRole: 'Head of duty', ownerId, fromRole: null, fromId: 'gone' });

const refusalOf = async (...facts: ActionEvent[]) => {
  const refused: unknown = await new OwnerIsHere(new TwoPeople()).check(facts).catch((error: unknown) => error);
  return refused && [(refused as Refusal).code, (refused as Refusal).field];
};

describe('an owner', () => {
  it.each([raisedFor, assignedTo])('is here, or is a role alone', async (given) => {
    expect(await refusalOf(given('here'))).toBeUndefined();
    expect(await refusalOf(given(null))).toBeUndefined();
  });
  it.each([raisedFor, assignedTo])('has not left', async (given) =>
    expect(await refusalOf(given('gone'))).toEqual(['owner-has-left', 'ownerId']),
  );
  it.each([raisedFor, assignedTo])('is somebody', async (given) =>
    expect(await refusalOf(given('whoever'))).toEqual(['no-such-person', 'ownerId']),
  );
  it('is not asked about anything else', async () =>
    expect(await refusalOf(ProgressNoted.of({ actionId, note: 'Begun', asAt: '2018-01' }))).toBeUndefined());
});
