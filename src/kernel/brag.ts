import { z } from 'zod';

/** Blue, red, amber, green: the one abbreviation of this house. What each colour means is data of the plan. */
export const BRAG = ['blue', 'red', 'amber', 'green'] as const;
export const Brag = z.enum(BRAG);
export type Brag = z.infer<typeof Brag>;

export type BragLetter = 'B' | 'R' | 'A' | 'G';
export const bragLetter = (brag: Brag): BragLetter => brag[0]!.toUpperCase() as BragLetter;
export const bragOfLetter = (letter: string): Brag | null => BRAG.find((b) => bragLetter(b) === letter) ?? null;
