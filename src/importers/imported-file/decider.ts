import type { Decider } from '../../kernel/decider.js';
import type { CloseImport } from './commands.js';
import { FileImported, ReceiptsKept, type ImportedFileEvent } from './events.js';

export type ImportedFile = Readonly<{ closed: boolean }>;

const RECEIPTS_IN_ONE = 500;

export const importedFileDecider: Decider<ImportedFile, CloseImport, ImportedFileEvent> = {
  initial: { closed: false },

  evolve: () => ({ closed: true }),

  decide: (command, { closed }) => {
    if (closed) return [];
    const { importId, receipts } = command;
    const recorded = receipts.filter(({ outcome }) => outcome === 'recorded').length;
    const parts = Array.from({ length: Math.ceil(receipts.length / RECEIPTS_IN_ONE) }, (_, part) =>
      receipts.slice(part * RECEIPTS_IN_ONE, (part + 1) * RECEIPTS_IN_ONE),
    );
    return [
      FileImported.of({ ...command, recorded, unchanged: receipts.length - recorded }),
      ...parts.map((part) => ReceiptsKept.of({ importId, receipts: part })),
    ];
  },
};

export const importStream = (sha256: string): string => `import-${sha256}`;
