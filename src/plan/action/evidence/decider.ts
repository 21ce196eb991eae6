import { NotFound, Refusal } from '../../../kernel/refusal.js';
import type { Changes, Decisions } from '../chapter.js';
import { notWithdrawn, same } from '../refusals.js';
import type { Evidence, Live } from '../state.js';
import type { AttachEvidence, EvidenceCommand } from './commands.js';
import { EvidenceAttached, EvidenceWithdrawn, type EvidenceEvent } from './events.js';

const evidenceOf = ({ evidence }: Live, evidenceId: string): Evidence => {
  const found = evidence[evidenceId];
  if (!found) throw new NotFound('no-such-evidence', 'There is no such evidence on this action.', 'evidenceId');
  return found;
};

const mustBeWhatItSays = ({ kind, link, file }: AttachEvidence): void => {
  const other = kind === 'link' ? 'file' : 'link';
  if ({ link, file }[kind] === null)
    throw new Refusal('evidence-missing', kind === 'link' ? 'Enter the link.' : 'Choose the file.', kind);
  if ({ link, file }[other] !== null)
    throw new Refusal('link-or-file', `You chose a ${kind}. Leave the ${other} out, or attach it by itself.`, other);
};

/** What was verified was verified with this. */
const notReliedUpon = ({ completion }: Live, evidenceId: string): void => {
  if (completion.status === 'verified' && completion.verified.evidenceIds.includes(evidenceId))
    throw new Refusal(
      'evidence-relied-upon',
      'Completion was verified with this evidence. Reopen the action first.',
      'evidenceId',
    );
};

export const evidenceDecisions: Decisions<EvidenceCommand> = {
  AttachEvidence: (command, action) => {
    mustBeWhatItSays(command);
    const event = EvidenceAttached.of(command);
    const there = action.evidence[command.evidenceId];
    if (there) {
      if (same(event.data, there.said)) return [];
      throw new Refusal('evidence-exists', `This id belongs to the evidence “${there.said.title}”.`, 'evidenceId');
    }
    notWithdrawn(action);
    return [event];
  },

  WithdrawEvidence: (command, action) => {
    const { said, withdrawn } = evidenceOf(action, command.evidenceId);
    if (withdrawn) return [];
    notWithdrawn(action);
    notReliedUpon(action, command.evidenceId);
    return [EvidenceWithdrawn.of({ ...command, title: said.title })];
  },
};

export const evidenceChanges: Changes<EvidenceEvent> = {
  EvidenceAttached: (action, said) => ({
    ...action,
    evidence: { ...action.evidence, [said.evidenceId]: { said, withdrawn: false } },
  }),
  EvidenceWithdrawn: (action, { evidenceId }) => ({
    ...action,
    evidence: { ...action.evidence, [evidenceId]: { ...evidenceOf(action, evidenceId), withdrawn: true } },
  }),
};
