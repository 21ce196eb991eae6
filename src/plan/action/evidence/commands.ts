import { RecordedCommand } from '../../../event-store/command/command.js';
import { Id, Link, OneOf, Part, Sha256, Text, Whole } from '../../../event-store/command/fields.js';
import { EVIDENCE_KINDS } from './events.js';
import { Why } from '../why.js';

export class EvidenceFilePart {
  @Sha256({ label: 'SHA-256' }) sha256!: string;
  @Text({ label: 'File name', max: 255 }) name!: string;
  @Text({ label: 'Media type', max: 100, example: 'application/pdf' }) mediaType!: string;
  @Whole({ label: 'Size in bytes', max: Number.MAX_SAFE_INTEGER }) bytes!: number;
}

export class AttachEvidence extends RecordedCommand {
  get type() {
    return 'AttachEvidence' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Evidence' }) evidenceId!: string;
  @Text({ label: 'Title', max: 200, missing: 'Enter a title' }) title!: string;
  @OneOf(EVIDENCE_KINDS, { label: 'Kind', missing: 'Choose whether it is a link or a file' })
  kind!: (typeof EVIDENCE_KINDS)[number];
  @Link({ label: 'Link', optional: true }) link!: string | null;
  @Part(EvidenceFilePart, { label: 'File', optional: true }) file!: EvidenceFilePart | null;
  @Text({ label: 'What it shows', max: 2_000, optional: true }) describes!: string | null;
}

export class WithdrawEvidence extends RecordedCommand {
  get type() {
    return 'WithdrawEvidence' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Evidence', missing: 'Choose the evidence' }) evidenceId!: string;
  @Why() why!: string;
}

export const evidenceCommands = [AttachEvidence, WithdrawEvidence] as const;
export type EvidenceCommand = InstanceType<(typeof evidenceCommands)[number]>;
