import type { Actor } from '../../kernel/decider.js';
import { accountDecider, works } from './decider.js';
import * as asked from './commands.js';
import * as said from './events.js';

const NOW = '2018-01-16T09:00:00Z';
const TOKEN = '0198c0de-0000-7000-8000-000000000001';
const OTHER = '0198c0de-0000-7000-8000-000000000002';
const admin: Actor = { userId: 'admin', role: 'admin' };
const lead: Actor = { userId: 'lead', role: 'lead' };

const opened = said.AccountOpened.of({ userId: 'lead', title: 'Operational lead', role: 'lead' });
const closed = said.AccountClosed.of({ userId: 'lead', why: 'Left the council' });
const reopened = said.AccountReopened.of({ userId: 'lead', why: 'Came back' });
const issued = (tokenId = TOKEN, expiresOn: string | null = null) =>
  said.AccessTokenIssued.of({ userId: 'lead', tokenId, label: 'Spreadsheet', expiresOn });
const revoked = said.AccessTokenRevoked.of({ userId: 'lead', tokenId: TOKEN });
const made = said.RoleChanged.of({
  userId: 'lead',
  from: 'lead',
  to: 'quality',
  fromTitle: 'Operational lead',
  toTitle: 'Quality lead',
});

const open = Object.assign(new asked.OpenAccount(), { userId: 'lead', title: 'Operational lead', role: 'lead' });
const change = Object.assign(new asked.ChangeRole(), { userId: 'lead', role: 'quality', title: 'Quality lead' });
const close = Object.assign(new asked.CloseAccount(), { userId: 'lead', why: 'Left the council' });
const reopen = Object.assign(new asked.ReopenAccount(), { userId: 'lead', why: 'Came back' });
const link = Object.assign(new asked.IssuePasswordLink(), { userId: 'lead' });
const note = Object.assign(new asked.NotePasswordChange(), { userId: 'lead' });
const issue = Object.assign(new asked.IssueAccessToken(), {
  userId: 'lead',
  tokenId: TOKEN,
  label: 'Spreadsheet',
  expiresOn: null,
});
const revoke = Object.assign(new asked.RevokeAccessToken(), { userId: 'lead', tokenId: TOKEN });

const twenty = Array.from({ length: 20 }, (_, i) =>
  issued(`0198c0de-0000-7000-8000-1000000000${String(i).padStart(2, '0')}`),
);

type Case = [
  name: string,
  given: said.AccountEvent[],
  when: asked.AccountCommand,
  by: Actor,
  then: said.AccountEvent[] | string,
];

const cases: Case[] = [
  ['a handle is given once', [], open, admin, [opened]],
  ['the same account again is already so', [opened], open, admin, []],
  ['a handle in use is refused', [opened, made], open, admin, 'handle-taken'],
  ['the handle of a closed account is not given to another', [opened, closed], open, admin, 'handle-taken'],
  ['a role is changed with its title', [opened], change, admin, [made]],
  ['the same role again is already so', [opened, made], change, admin, []],
  ['nobody changes their own role', [opened], change, lead, 'own-account'],
  ['the role of a closed account cannot change', [opened, closed], change, admin, 'account-closed'],
  ['an account is closed with a reason', [opened], close, admin, [closed]],
  ['a closed account is already closed', [opened, closed], close, admin, []],
  ['nobody closes their own account', [opened], close, lead, 'own-account'],
  ['an account that is not there cannot be closed', [], close, admin, 'no-such-account'],
  ['a closed account is reopened', [opened, closed], reopen, admin, [reopened]],
  ['an open account is already open', [opened], reopen, admin, []],
  ['a new password is noted, without it', [opened], note, lead, [said.PasswordChanged.of({ userId: 'lead' })]],
  [
    'a link to choose a password is noted, without it',
    [opened],
    link,
    admin,
    [said.PasswordLinkIssued.of({ userId: 'lead' })],
  ],
  ['a closed account gets no link', [opened, closed], link, admin, 'account-closed'],
  ['a closed account gets no password', [opened, closed], note, lead, 'account-closed'],
  ['a token is issued to oneself', [opened], issue, lead, [issued()]],
  ['an administrator cannot make tokens for others', [opened], issue, admin, 'not-your-token'],
  ['the same token again is already so', [opened, issued()], issue, lead, []],
  [
    'a token that has ended is not issued',
    [opened],
    Object.assign(new asked.IssueAccessToken(), { ...issue, expiresOn: '2018-01-15' }),
    lead,
    'already-expired',
  ],
  [
    'a token may end today',
    [opened],
    Object.assign(new asked.IssueAccessToken(), { ...issue, expiresOn: '2018-01-16' }),
    lead,
    [issued(TOKEN, '2018-01-16')],
  ],
  ['there is an end to tokens', [opened, ...twenty], issue, lead, 'too-many-tokens'],
  [
    'tokens that have ended do not count',
    [opened, ...twenty.slice(1), issued(OTHER, '2017-12-31')],
    issue,
    lead,
    [issued()],
  ],
  ['a closed account gets no token', [opened, closed], issue, lead, 'account-closed'],
  ['a token is revoked by its owner', [opened, issued()], revoke, lead, [revoked]],
  ['a token is revoked by an administrator', [opened, issued()], revoke, admin, [revoked]],
  [
    'a token is not revoked by somebody else',
    [opened, issued()],
    revoke,
    { userId: 'board', role: 'board' },
    'not-your-token',
  ],
  ['a revoked token is already revoked', [opened, issued(), revoked], revoke, lead, []],
  ['a token that is not there cannot be revoked', [opened], revoke, lead, 'no-such-token'],
  ['tokens end with the account', [opened, issued(), closed, reopened], revoke, lead, 'no-such-token'],
];

const decide = ([, given, when, actor]: Case) => {
  try {
    return accountDecider.decide(when, given.reduce(accountDecider.evolve, accountDecider.initial), {
      now: NOW,
      actor,
    });
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

describe('an account', () => {
  it.each(cases.map((one) => [one[0], one] as const))('%s', (_, one) => {
    expect(decide(one)).toEqual(one[4]);
  });
});

describe('a token', () => {
  it.each([
    [{ label: 'x', expiresOn: null, revoked: false }, true],
    [{ label: 'x', expiresOn: '2018-01-16', revoked: false }, true],
    [{ label: 'x', expiresOn: '2018-01-15', revoked: false }, false],
    [{ label: 'x', expiresOn: null, revoked: true }, false],
    [undefined, false],
  ])('%j works on 16 January: %s', (token, expected) => {
    expect(works(token, '2018-01-16')).toBe(expected);
  });
});
