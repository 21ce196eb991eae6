import { Refusal } from '../../kernel/refusal.js';

const SHORTEST = 12;
/** Long enough for any pass phrase, short enough that hashing it stays cheap. */
const LONGEST = 200;

/** @throws Refusal on field `password`. Length is what counts (NIST SP 800-63B): no rule about kinds of character. */
export const requireGoodPassword = (password: string, userId: string): void => {
  const length = [...password].length;
  if (length < SHORTEST)
    throw new Refusal(
      'password-too-short',
      `Choose a password of at least ${SHORTEST} characters. Three random words work well.`,
      'password',
    );
  if (length > LONGEST)
    throw new Refusal('password-too-long', `Choose a password of ${LONGEST} characters or fewer.`, 'password');
  if (password.toLowerCase() === userId.toLowerCase())
    throw new Refusal('password-is-handle', 'Choose a password that is not your user name.', 'password');
};
