/** One line of a select box. */
export type Choice = Readonly<{ value: string; text: string; selected: boolean }>;

type Offered = readonly [value: string, text: string];

/** Everything first, then what is offered; what was asked for stays visible, even where nobody offers it. */
export const choicesOf = (everything: string, offered: readonly Offered[], asked: string): Choice[] => {
  const unknown = asked !== '' && !offered.some(([value]) => value === asked);
  const all: Offered[] = [['', everything], ...offered, ...(unknown ? [[asked, asked] as const] : [])];
  return all.map(([value, text]) => ({ value, text, selected: value === asked }));
};

/** Offered as it stands. */
export const same = (value: string): Offered => [value, value];

export const themeChoice = ({ number, name }: Readonly<{ number: number; name: string }>): Offered => [
  String(number),
  `${number} ${name}`,
];

/** `2a` before `10b`, as the plan has them. */
export const inPlanOrder = (references: Iterable<string>): string[] =>
  [...new Set(references)].sort((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }));
