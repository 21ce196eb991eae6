import { z } from 'zod';
import { defineEvent, type EventOf } from '../../../kernel/event-type.js';
import { WebLink } from '../../../kernel/web-link.js';
import { action, Id, Said } from '../about.js';

export const EVIDENCE_KINDS = ['link', 'file'] as const;

/** The file itself is not in the log: its hash is, so that a copy can be told from a changed one. */
export const EvidenceFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: Said,
  mediaType: Said,
  bytes: z.int().min(0),
});

export const EvidenceAttached = defineEvent('EvidenceAttached', {
  meaning: 'Evidence was attached to the action: an address on the web, or a file with its hash.',
  schema: z.object({
    actionId: Id,
    evidenceId: Id,
    title: Said,
    kind: z.enum(EVIDENCE_KINDS),
    link: WebLink.nullable(),
    file: EvidenceFile.nullable(),
    /** What it shows. */
    describes: Said.nullable(),
  }),
  words: (d) =>
    `Attached evidence: ${d.title}${d.file ? ` (${d.file.name}, SHA-256 ${d.file.sha256.slice(0, 8)})` : ''}`,
  subject: action,
});

export const EvidenceWithdrawn = defineEvent('EvidenceWithdrawn', {
  meaning: 'A piece of evidence no longer counts. It stays in the history.',
  schema: z.object({ actionId: Id, evidenceId: Id, title: Said, why: Said }),
  words: (d) => `Withdrew evidence: ${d.title}`,
  reason: (d) => d.why,
  subject: action,
});

export const evidenceEvents = [EvidenceAttached, EvidenceWithdrawn] as const;
export type EvidenceEvent = EventOf<(typeof evidenceEvents)[number]>;
