import { ACTION, attached, EVIDENCE, raisedAction, VERIFIED, WITHDRAWN } from '../../../../test/support/an-action.js';
import { specify } from '../../../../test/support/decider-spec.js';
import { check, fill } from '../../../event-store/command/fill.js';
import { InvalidInput } from '../../../kernel/refusal.js';
import { actionDecider } from '../decider.js';
import { AttachEvidence, WithdrawEvidence } from './commands.js';
import { EvidenceAttached, EvidenceWithdrawn } from './events.js';

const { given } = specify(actionDecider);
const { actionId } = ACTION;
const { evidenceId, title } = EVIDENCE;
const raised = raisedAction();
const other = '00000000-0000-4000-8000-000000000052';

const pdf = { sha256: 'e5'.repeat(32), name: 'rota.pdf', mediaType: 'application/pdf', bytes: 48_213 };
const file = { ...EVIDENCE, kind: 'file' as const, link: null, file: pdf };
const attach = (changed: object = {}) => fill(AttachEvidence, { ...EVIDENCE, ...changed });

describe('evidence', () => {
  it('is a link', () => given(raised).when(attach()).then(attached));
  it('is a file with its hash', () => given(raised).when(attach(file)).then(EvidenceAttached.of(file)));
  it('attached twice is attached once', () => given(raised, attached).when(attach()).thenNothing());
  it('does not take the id of other evidence', () =>
    given(raised, attached)
      .when(attach({ title: 'Other minutes' }))
      .thenRefused('evidence-exists', 'evidenceId'));
  it('is one or the other', () => {
    given(raised)
      .when(attach({ link: null }))
      .thenRefused('evidence-missing', 'link');
    given(raised)
      .when(attach({ kind: 'file' }))
      .thenRefused('evidence-missing', 'file');
    given(raised)
      .when(attach({ file: pdf }))
      .thenRefused('link-or-file', 'file');
    given(raised)
      .when(attach({ ...file, link: EVIDENCE.link }))
      .thenRefused('link-or-file', 'link');
  });
  it('may be added to what was verified', () => {
    const more = { ...EVIDENCE, evidenceId: other };
    given(...VERIFIED)
      .when(attach(more))
      .then(EvidenceAttached.of(more));
  });
  it('is not added to an action that was withdrawn', () =>
    given(...WITHDRAWN)
      .when(attach({ evidenceId: other }))
      .thenRefused('action-withdrawn', ''));

  it.each<[string, object, string]>([
    ['a link that is javascript', { link: 'javascript:alert(1)' }, 'link'],
    ['a link with a password', { link: 'https://someone:secret@example.org' }, 'link'],
    ['no known kind', { kind: 'rumour' }, 'kind'],
    ['a hash that is none', { ...file, file: { ...pdf, sha256: 'E5' } }, 'file.sha256'],
    ['a size below nothing', { ...file, file: { ...pdf, bytes: -1 } }, 'file.bytes'],
  ])('is refused at the door: %s', async (_case, changed, field) => {
    const refused = await check(attach(changed)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).errors.map((error) => error.field)).toEqual([field]);
  });
});

describe('withdrawing evidence', () => {
  const why = 'It was of another meeting';
  const withdraw = (id = evidenceId) => fill(WithdrawEvidence, { actionId, evidenceId: id, why });
  const withdrawn = EvidenceWithdrawn.of({ actionId, evidenceId, title, why });

  it('keeps it in the history', () => given(raised, attached).when(withdraw()).then(withdrawn));
  it('twice is once', () => given(raised, attached, withdrawn).when(withdraw()).thenNothing());
  it('does not bring it back when it is attached again', () =>
    given(raised, attached, withdrawn).when(attach()).thenNothing());
  it('needs the evidence', () => given(raised).when(withdraw()).thenRefused('no-such-evidence', 'evidenceId'));
  it('is refused for what was verified with it', () =>
    given(...VERIFIED)
      .when(withdraw())
      .thenRefused('evidence-relied-upon', 'evidenceId'));
  it('may concern what was added since', () => {
    const more = EvidenceAttached.of({ ...EVIDENCE, evidenceId: other });
    given(...VERIFIED, more)
      .when(withdraw(other))
      .then(EvidenceWithdrawn.of({ actionId, evidenceId: other, title, why }));
  });
  it('is not for an action that was withdrawn', () =>
    given(...WITHDRAWN)
      .when(withdraw())
      .thenRefused('action-withdrawn', ''));
});
