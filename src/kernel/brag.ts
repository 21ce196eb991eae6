import { z } from 'zod';

/** Blue, red, amber, green: the one abbreviation of this house. What each colour means is data of the plan. */
export const BRAG = ['blue', 'red', 'amber', 'green'] as const;
export const Brag = z.enum(BRAG);
export type Brag = z.infer<typeof Brag>;

/** As dashboards print them, in the same order. */
export const BRAG_LETTERS = ['B', 'R', 'A', 'G'] as const;
export type BragLetter = (typeof BRAG_LETTERS)[number];

export const bragLetter = (brag: Brag): BragLetter => BRAG_LETTERS[BRAG.indexOf(brag)]!;
export const bragOfLetter = (letter: string): Brag | null => BRAG.find((b) => bragLetter(b) === letter) ?? null;
