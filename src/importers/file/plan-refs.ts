import type { Cells } from './cells.js';

const MOST = 20;

/** `T8;2a(i)` → both references. */
export const planRefsOf = (cells: Cells): string[] => {
  const refs = (cells.text('plan_ref') ?? '')
    .split(';')
    .map((ref) => ref.trim())
    .filter((ref) => ref !== '');
  if (refs.length > MOST) cells.fault('plan_ref', `there are ${refs.length} references. Give no more than ${MOST}.`);
  return refs;
};
