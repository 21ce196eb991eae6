import type { Actor, Decider } from '../../kernel/decider.js';
import { londonDay } from '../../kernel/plain-date.js';
import { NotFound, Refusal } from '../../kernel/refusal.js';
import type { Role } from '../../kernel/role.js';
import type { AccountCommand } from './commands.js';
import * as said from './events.js';

export type Token = Readonly<{ label: string; expiresOn: string | null; revoked: boolean }>;
type Particulars = Readonly<{ userId: string; title: string; role: Role; tokens: Readonly<Record<string, Token>> }>;
export type OpenAccountState = Particulars & Readonly<{ status: 'open' }>;
export type Account =
  Readonly<{ status: 'absent' }> | OpenAccountState | (Particulars & Readonly<{ status: 'closed' }>);

const MOST_TOKENS = 20;

export const accountDecider: Decider<Account, AccountCommand, said.AccountEvent> = {
  initial: { status: 'absent' },

  evolve: (account, event) => {
    switch (event.type) {
      case 'AccountOpened':
        return { status: 'open', ...event.data, tokens: {} };
      case 'RoleChanged':
        return { ...existing(account), role: event.data.to, title: event.data.toTitle };
      case 'AccountClosed':
        return { ...existing(account), status: 'closed', tokens: {} };
      case 'AccountReopened':
        return { ...existing(account), status: 'open' };
      case 'PasswordLinkIssued':
      case 'PasswordChanged':
        return account;
      case 'AccessTokenIssued':
        return withToken(account, event.data.tokenId, { ...event.data, revoked: false });
      case 'AccessTokenRevoked':
        return withToken(account, event.data.tokenId, { revoked: true });
    }
  },

  decide: (command, account, { now, actor }) => {
    switch (command.type) {
      case 'OpenAccount':
        return open(command, account);
      case 'ChangeRole':
        return changeRole(command, usable(account), actor);
      case 'CloseAccount':
        if (existing(account).status === 'closed') return [];
        notOneself(command.userId, actor, 'Ask another administrator to close your account.');
        return [said.AccountClosed.of(command)];
      case 'ReopenAccount':
        return existing(account).status === 'open' ? [] : [said.AccountReopened.of(command)];
      case 'IssuePasswordLink':
        return [said.PasswordLinkIssued.of(usable(account))];
      case 'NotePasswordChange':
        return [said.PasswordChanged.of(usable(account))];
      case 'IssueAccessToken':
        return issue(command, usable(account), londonDay(now), actor);
      case 'RevokeAccessToken':
        return revoke(command, existing(account), actor);
    }
  },
};

type Asked<T extends AccountCommand['type']> = Extract<AccountCommand, { type: T }>;

const open = (command: Asked<'OpenAccount'>, account: Account) => {
  if (account.status === 'absent') return [said.AccountOpened.of(command)];
  const { status, title, role } = account;
  if (status === 'open' && title === command.title && role === command.role) return [];
  throw new Refusal(
    'handle-taken',
    `The user name ${command.userId} was given to somebody before. Choose another.`,
    'userId',
  );
};

const changeRole = (command: Asked<'ChangeRole'>, account: Particulars, actor: Actor) => {
  const { userId, role: to, title: toTitle } = command;
  const { role: from, title: fromTitle } = account;
  if (from === to && fromTitle === toTitle) return [];
  notOneself(userId, actor, 'Ask another administrator to change your role.');
  return [said.RoleChanged.of({ userId, from, to, fromTitle, toTitle })];
};

const issue = (command: Asked<'IssueAccessToken'>, account: Particulars, today: string, actor: Actor) => {
  oneself(command.userId, actor);
  if (account.tokens[command.tokenId]) return [];
  if (command.expiresOn && command.expiresOn < today)
    throw new Refusal('already-expired', 'The last day must be today or later.', 'expiresOn');
  if (Object.values(account.tokens).filter((token) => works(token, today)).length >= MOST_TOKENS)
    throw new Refusal(
      'too-many-tokens',
      `You have ${MOST_TOKENS} access tokens. Revoke one that you no longer need.`,
      'label',
    );
  return [said.AccessTokenIssued.of(command)];
};

const revoke = (command: Asked<'RevokeAccessToken'>, account: Particulars, actor: Actor) => {
  const token = account.tokens[command.tokenId];
  if (!token) throw new NotFound('no-such-token', 'There is no such access token.', 'tokenId');
  if (actor.role !== 'admin') oneself(command.userId, actor);
  return token.revoked ? [] : [said.AccessTokenRevoked.of(command)];
};

const existing = (account: Account) => {
  if (account.status === 'absent')
    throw new NotFound('no-such-account', 'There is no account with this user name.', 'userId');
  return account;
};

const usable = (account: Account): OpenAccountState => {
  const found = existing(account);
  if (found.status === 'open') return found;
  throw new Refusal('account-closed', `The account ${found.userId} is closed. Reopen it first.`, 'userId');
};

/** Whoever manages people stays able to: no administrator can lock out the last one. */
const notOneself = (userId: string, actor: Actor, sentence: string) => {
  if (actor.userId === userId) throw new Refusal('own-account', sentence, 'userId');
};

const oneself = (userId: string, actor: Actor) => {
  if (actor.userId !== userId && actor.role !== 'system')
    throw new Refusal('not-your-token', 'You can only make and revoke your own access tokens.', 'userId');
};

const withToken = (account: Account, tokenId: string, change: Partial<Token>): Account => {
  const { tokens, ...rest } = existing(account);
  const { label = '', expiresOn = null, revoked = false } = { ...tokens[tokenId], ...change };
  return { ...rest, tokens: { ...tokens, [tokenId]: { label, expiresOn, revoked } } };
};

/** A token works through its last day, in London. */
export const works = (token: Token | undefined, today: string): boolean =>
  !!token && !token.revoked && (token.expiresOn === null || token.expiresOn >= today);

export const accountStream = (userId: string) => `account-${userId}`;
