import type { BoardAction } from '../../../projections/action-board/query.js';
import { offersFor } from './offers.js';

const EVERYTHING = { userId: 'sam', may: () => true };
const action = (changed: Partial<BoardAction>): BoardAction =>
  ({
    ...{ completion: 'open', ownerId: 'alex', claim: null, risk: null, standing: { disputed: false } },
    ...{ steps: [], evidence: [], escalations: [], ...changed },
  }) as BoardAction;
const claimedBy = (claimant: string, changed: Partial<BoardAction> = {}): BoardAction =>
  action({
    completion: 'claimed',
    claim: { summary: 'Done', asAt: '2018-01-14', evidenceIds: [], claimedBy: claimant },
    ...changed,
  });
const why = (path: string, of: BoardAction, person: Parameters<typeof offersFor>[1] = EVERYTHING) =>
  offersFor(of, person).find((offer) => offer.path === path)?.why;

describe('what is offered on the page of an action', () => {
  it.each<[path: string, state: string, of: BoardAction, why: string | null]>([
    ['claim', 'open', action({}), null],
    ['claim', 'claimed', claimedBy('alex'), 'Completion is claimed already: it waits to be verified.'],
    [
      'claim',
      'verified',
      action({ completion: 'verified' }),
      'Completion was verified. Reopen the action before you change it.',
    ],
    ['claim', 'withdrawn', action({ completion: 'withdrawn' }), 'This action was withdrawn. Reopen it first.'],
    ['verify', 'open', action({}), 'Completion has not been claimed.'],
    ['verify', 'claimed by somebody else', claimedBy('alex'), null],
    ['verify', 'claimed by whoever asks', claimedBy('sam'), expect.stringContaining('somebody else must verify it')],
    [
      'verify',
      'owned by whoever asks',
      claimedBy('alex', { ownerId: 'sam' }),
      expect.stringContaining('somebody else must verify it'),
    ],
    ['send-back', 'claimed by whoever asks', claimedBy('sam'), expect.stringContaining('send it back')],
    ['reopen', 'open', action({}), 'This action is open.'],
    ['reopen', 'verified', action({ completion: 'verified' }), null],
    ['no-risk', 'not at risk', action({}), 'Nothing puts it at risk.'],
    ['no-risk', 'at risk', action({ risk: 'Two posts are vacant' }), null],
    ['dispute', 'claimed no better than the facts', action({}), 'What is claimed is no better than the facts.'],
    ['step-done', 'without steps', action({}), 'No step is left to do.'],
  ])('%s, of one that is %s', (path, _state, of, expected) => expect(why(path, of)).toEqual(expected));

  it('names who does what this person may not', () => {
    const onlyVerifies = { userId: 'sam', may: (permission: string) => permission === 'actions.verify' };
    expect(why('verify', claimedBy('alex'), onlyVerifies)).toBeNull();
    expect(why('claim', action({}), onlyVerifies)).toBe('Operational leads do this.');
    expect(why('claim', action({ completion: 'withdrawn' }), onlyVerifies)).toBe('Operational leads do this.');
  });
});
