import type { BoardAction } from '../../../../projections/action-board/query.js';
import type { Typed } from '../../answer/page.js';
import { listIn, type Field, type Verb } from './verb.js';

/** A field with what stands in it. */
export type Box = Omit<Field, 'choices' | 'initial'> &
  Readonly<{ value: string; items: readonly Readonly<{ value: string; text: string; checked: boolean }>[] }>;

/** What was typed stays; otherwise what the field begins with. */
export const boxesOf = ({ fields }: Verb, action: BoardAction, typed: Typed, today: string): Box[] =>
  fields.map(({ choices, initial, ...field }) => {
    const value = typed[field.name] ?? initial?.(action, today) ?? '';
    const chosen = listIn(value);
    const items = (choices?.(action) ?? []).map(([one, text]) => ({ value: one, text, checked: chosen.includes(one) }));
    return { ...field, value, items };
  });
