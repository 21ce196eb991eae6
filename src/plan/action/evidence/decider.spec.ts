import { fill } from '../../../event-store/command/fill.js';
import { ACTION, raisedAction } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { AttachEvidence, WithdrawEvidence } from '../commands.js';
import { actionDecider } from '../decider.js';
import { ActionWithdrawn, EvidenceAttached, EvidenceWithdrawn } from '../events.js';

const ids = { actionId: ACTION.actionId, evidenceId: '00000000-0000-4000-8000-000000000051' };
const { given } = specify(actionDecider);
const title = 'Rota of January';
const link = {
  ...ids,
  title,
  kind: 'link',
  link: 'https://council.example/rota',
  file: null,
  describes: null,
} as const;
const file = { sha256: 'e5'.repeat(32), name: 'rota.pdf', mediaType: 'application/pdf', bytes: 48_213 };
const attached = EvidenceAttached.of(link);
const why = 'It was the rota of another team';
const taken = EvidenceWithdrawn.of({ ...ids, title, why });
const withdrawn = ActionWithdrawn.of({ actionId: ids.actionId, why: 'Part of A14 now' });

describe('evidence', () => {
  it('is a link', () => given(raisedAction()).when(fill(AttachEvidence, link)).then(attached));
  it('is a file with its hash', () => {
    const said = { ...link, kind: 'file', link: null, file } as const;
    given(raisedAction()).when(fill(AttachEvidence, said)).then(EvidenceAttached.of(said));
  });
  it.each([
    ['a link without one', { link: null }, 'evidence-missing', 'link'],
    ['a file without one', { kind: 'file', link: null }, 'evidence-missing', 'file'],
    ['a link and a file at once', { file }, 'link-or-file', 'file'],
  ])('is not %s', (_what, changed, code, field) =>
    given(raisedAction())
      .when(fill(AttachEvidence, { ...link, ...changed }))
      .thenRefused(code, field),
  );
  it('attached twice is once', () => given(raisedAction(), attached).when(fill(AttachEvidence, link)).thenNothing());
  it('does not take the id of another', () =>
    given(raisedAction(), attached)
      .when(fill(AttachEvidence, { ...link, title: 'Rota of February' }))
      .thenRefused('evidence-exists', 'evidenceId'));
  it('is not for an action that was withdrawn', () =>
    given(raisedAction(), withdrawn).when(fill(AttachEvidence, link)).thenRefused('action-withdrawn', ''));

  it('is withdrawn with a reason, once', () => {
    const withdraw = fill(WithdrawEvidence, { ...ids, why });
    given(raisedAction(), attached).when(withdraw).then(taken);
    given(raisedAction(), attached, taken).when(withdraw).thenNothing();
    given(raisedAction()).when(withdraw).thenRefused('no-such-evidence', 'evidenceId');
  });
});
