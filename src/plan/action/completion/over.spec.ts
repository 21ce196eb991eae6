import {
  ACTION,
  attached,
  claimed,
  raisedAction,
  ratedBlue,
  VERDICT,
  VERIFIED,
  verified,
  WITHDRAWN,
  withdrawn,
} from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { fill } from '../../../event-store/command/fill.js';
import { actionDecider } from '../decider.js';
import { RateAction } from '../commands.js';
import { ActionRated } from '../events.js';
import { ReopenAction, VerifyCompletion, WithdrawAction } from './commands.js';
import { ActionReopened, ActionWithdrawn } from './events.js';

const { given } = specify(actionDecider);
const { actionId } = ACTION;
const why = 'It shows two months only';

const raised = raisedAction();
const green = { to: 'green', rationale: 'Nine in ten are in time', asAt: '2018-01-10' } as const;
const ratedGreen = ActionRated.of({ actionId, from: null, ...green });
const waiting = [raised, attached, claimed];
const reopen = fill(ReopenAction, { actionId, why });
const withdraw = fill(WithdrawAction, { actionId, why: withdrawn.data.why });

describe('reopening an action', () => {
  const ratingAfter = { rating: green.to, rationale: green.rationale, asAt: green.asAt };
  const reopened = (was: 'verified' | 'withdrawn', after: typeof ratingAfter | null) =>
    ActionReopened.of({ actionId, was, ratingAfter: after, why });

  it('goes back to no rating where there was none before blue', () =>
    given(...VERIFIED)
      .when(reopen)
      .then(reopened('verified', null)));
  it('goes back to the rating before blue, whatever was said of blue since', () => {
    const again = ActionRated.of({ ...ratedBlue.data, from: 'blue', rationale: 'It still is complete' });
    given(raised, ratedGreen, attached, claimed, verified, ratedBlue, again)
      .when(reopen)
      .then(reopened('verified', ratingAfter));
  });
  it('that was withdrawn keeps its rating', () =>
    given(raised, ratedGreen, withdrawn).when(reopen).then(reopened('withdrawn', ratingAfter)));
  it('lets it be rated again, and not blue', () => {
    const history = [raised, ratedGreen, attached, claimed, verified, ratedBlue, reopened('verified', ratingAfter)];
    const rate = { actionId, rationale: 'Late again in April', asAt: '2018-01-16' };
    const [red, blue] = ['red', 'blue'].map((to) => fill(RateAction, { ...rate, to }));
    given(...history)
      .when(red!)
      .then(ActionRated.of({ ...rate, from: 'green', to: 'red' }));
    given(...history)
      .when(blue!)
      .thenRefused('blue-needs-verification', 'to');
    given(...history)
      .when(fill(VerifyCompletion, VERDICT))
      .thenRefused('not-claimed', '');
  });
  it('that is open is nothing', () => given(raised).when(reopen).thenNothing());
  it('that is only claimed is refused', () =>
    given(...waiting)
      .when(reopen)
      .thenRefused('only-claimed', ''));
});

describe('withdrawing an action', () => {
  it('says why', () => given(raised, attached).when(withdraw).then(withdrawn));
  it('ends a claim', () =>
    given(...waiting)
      .when(withdraw)
      .then(withdrawn));
  it('twice is once', () =>
    given(...WITHDRAWN)
      .when(withdraw)
      .thenNothing());
  it('is not for one that was completed', () =>
    given(...VERIFIED)
      .when(withdraw)
      .thenRefused('completion-verified', ''));
  it('may follow a reopening', () => {
    const reopened = ActionReopened.of({ actionId, was: 'verified', ratingAfter: null, why });
    given(...VERIFIED, reopened)
      .when(withdraw)
      .then(ActionWithdrawn.of(withdrawn.data));
  });
});
