import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';
import { Handle } from '../../kernel/handle.js';
import { Day, inWords } from '../../kernel/plain-date.js';
import { ROLES } from '../../kernel/role.js';

const UserId = Handle;
const TokenId = z.uuid();
const Role = z.enum(ROLES);
const Said = z.string().min(1);
const account = ({ userId }: { userId: string }) => ({ kind: 'account', id: userId });

export const AccountOpened = defineEvent('AccountOpened', {
  meaning: 'Somebody was given an account, with the role that says what they may do.',
  schema: z.object({ userId: UserId, title: Said, role: Role }),
  words: (d) => `Opened the account ${d.userId} (${d.title}) with the role ${d.role}`,
  subject: account,
});

export const RoleChanged = defineEvent('RoleChanged', {
  meaning: 'What somebody may do was changed, with the title they are known by.',
  schema: z.object({ userId: UserId, from: Role, to: Role, fromTitle: Said, toTitle: Said }),
  words: (d) => `Changed the role of ${d.userId} from ${d.from} to ${d.to} (${d.toTitle})`,
  subject: account,
  changes: (d) => [
    { label: 'Role', before: d.from, after: d.to },
    { label: 'Title', before: d.fromTitle, after: d.toTitle },
  ],
});

export const AccountClosed = defineEvent('AccountClosed', {
  meaning: 'An account was closed. Its sessions, password and access tokens ended with it.',
  schema: z.object({ userId: UserId, why: Said }),
  words: (d) => `Closed the account ${d.userId}`,
  reason: (d) => d.why,
  subject: account,
});

export const AccountReopened = defineEvent('AccountReopened', {
  meaning: 'A closed account may be used again, with a new password.',
  schema: z.object({ userId: UserId, why: Said }),
  words: (d) => `Reopened the account ${d.userId}`,
  reason: (d) => d.why,
  subject: account,
});

export const PasswordLinkIssued = defineEvent('PasswordLinkIssued', {
  meaning: 'Somebody was given a link with which they choose a password once. The link itself is not in the log.',
  schema: z.object({ userId: UserId }),
  words: (d) => `Made a one-time link with which ${d.userId} chooses a password`,
  subject: account,
});

export const PasswordChanged = defineEvent('PasswordChanged', {
  meaning: 'A password was set. It is not in the log, in any form.',
  schema: z.object({ userId: UserId }),
  words: (d) => `Set a password for ${d.userId}`,
  subject: account,
});

export const AccessTokenIssued = defineEvent('AccessTokenIssued', {
  meaning: 'Somebody made a token with which a program acts for them. The token itself is not in the log.',
  schema: z.object({ userId: UserId, tokenId: TokenId, label: Said, expiresOn: Day.nullable() }),
  words: (d) =>
    `Issued the access token "${d.label}" to ${d.userId}, ${d.expiresOn ? `until ${inWords(d.expiresOn)}` : 'with no end date'}`,
  subject: account,
});

export const AccessTokenRevoked = defineEvent('AccessTokenRevoked', {
  meaning: 'A token stopped working.',
  schema: z.object({ userId: UserId, tokenId: TokenId }),
  words: (d) => `Revoked an access token of ${d.userId}`,
  subject: account,
});

export const accountEvents = [
  AccountOpened,
  RoleChanged,
  AccountClosed,
  AccountReopened,
  PasswordLinkIssued,
  PasswordChanged,
  AccessTokenIssued,
  AccessTokenRevoked,
] as const;
export type AccountEvent = EventOf<(typeof accountEvents)[number]>;
