import type { Field } from './verb.js';

export const WHY: Field = {
  ...{ name: 'why', label: 'Why?', hint: 'The board and inspectors will read this.', kind: 'textarea' },
};

export const AS_AT: Field = {
  ...{ name: 'asAt', label: 'As at', hint: 'The day this is about, today or earlier.', kind: 'day' },
  initial: (_action, today) => today,
};
