import { Refusal } from '../../kernel/refusal.js';
import { requireGoodPassword } from './password-rule.js';

const refusalOf = (password: string, userId: string): string | null => {
  try {
    requireGoodPassword(password, userId);
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('a password', () => {
  it.each([
    ['eleven chars', 'x'.repeat(11), 'lead', 'password-too-short'],
    ['twelve characters', 'x'.repeat(12), 'lead', null],
    ['letters outside ASCII count as one each', '🙂'.repeat(11), 'lead', 'password-too-short'],
    ['the handle itself', 'duty.manager', 'duty.manager', 'password-is-handle'],
    ['the handle in capitals', 'DUTY.MANAGER', 'duty.manager', 'password-is-handle'],
    ['two hundred characters', 'x'.repeat(200), 'lead', null],
    ['more than anybody types', 'x'.repeat(201), 'lead', 'password-too-long'],
  ])('%s', (_, password, userId, expected) => {
    expect(refusalOf(password, userId)).toBe(expected);
  });
});
