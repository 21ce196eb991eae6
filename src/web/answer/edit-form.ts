import { declaredEvent } from '../../event-catalogue.js';
import { newId } from '../../kernel/identifiers.js';
import { momentInWords } from '../../kernel/plain-date.js';
import type { Typed } from './page.js';
import type { Problem } from './problem.js';

/** What another person recorded while this form was open. */
export type Meanwhile = Readonly<{ words: string; who: string; when: string }>;

/** What every edit form carries besides its own fields. */
export type EditForm = Readonly<{
  typed: Typed;
  /** The revision the person has seen: after a conflict, the one they have now been shown. */
  seen: number;
  /** Pressing the button twice sends the same key twice, and records once. */
  key: string;
  meanwhile: readonly Meanwhile[];
}>;

export const editForm = (revision: number, typed: Typed | null, problem?: Problem): EditForm => ({
  typed: typed ?? {},
  seen: problem?.since.at(-1)?.revision ?? revision,
  key: newId(),
  meanwhile: (problem?.since ?? []).map((stored) => {
    const { declared, event } = declaredEvent(stored);
    return {
      words: declared.words(event.data),
      who: stored.metadata.actor.userId,
      when: momentInWords(stored.metadata.recordedAt),
    };
  }),
});
