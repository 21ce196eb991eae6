import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';
import { RecordedCommand } from '../../event-store/command/command.js';
import { Id, OnDay, OneOf, Text } from '../../event-store/command/fields.js';
import { HANDLE } from '../../kernel/handle.js';
import { ROLES, type Role } from '../../kernel/role.js';

const HANDLE_RULE =
  'Enter a user name of 2 to 40 characters: a small letter first, then small letters, digits, full stops or hyphens';

const Handle = () =>
  applyDecorators(
    Text({ label: 'User name', max: 40, example: 'duty.manager', missing: HANDLE_RULE }),
    Matches(HANDLE, { message: HANDLE_RULE }),
  );
const Title = () =>
  Text({ label: 'Title', max: 100, example: 'Operational lead', missing: 'Enter a title, such as Operational lead' });
const InRole = () => OneOf(ROLES, { label: 'Role', missing: `Choose a role: ${ROLES.join(', ')}` });
const Why = () => Text({ label: 'Reason', max: 500, min: 5, missing: 'Say why, in at least 5 characters' });

export class OpenAccount extends RecordedCommand {
  get type() {
    return 'OpenAccount' as const;
  }
  @Handle() userId!: string;
  @Title() title!: string;
  @InRole() role!: Role;
}

export class ChangeRole extends RecordedCommand {
  get type() {
    return 'ChangeRole' as const;
  }
  @Handle() userId!: string;
  @InRole() role!: Role;
  @Title() title!: string;
}

export class CloseAccount extends RecordedCommand {
  get type() {
    return 'CloseAccount' as const;
  }
  @Handle() userId!: string;
  @Why() why!: string;
}

export class ReopenAccount extends RecordedCommand {
  get type() {
    return 'ReopenAccount' as const;
  }
  @Handle() userId!: string;
  @Why() why!: string;
}

export class IssuePasswordLink extends RecordedCommand {
  get type() {
    return 'IssuePasswordLink' as const;
  }
  @Handle() userId!: string;
}

export class NotePasswordChange extends RecordedCommand {
  get type() {
    return 'NotePasswordChange' as const;
  }
  @Handle() userId!: string;
}

export class IssueAccessToken extends RecordedCommand {
  get type() {
    return 'IssueAccessToken' as const;
  }
  @Handle() userId!: string;
  @Id({ label: 'Token' }) tokenId!: string;
  @Text({ label: 'Label', max: 100, missing: 'Say what the token is for' }) label!: string;
  @OnDay({ label: 'Last day', optional: true }) expiresOn!: string | null;
}

export class RevokeAccessToken extends RecordedCommand {
  get type() {
    return 'RevokeAccessToken' as const;
  }
  @Handle() userId!: string;
  @Id({ label: 'Token' }) tokenId!: string;
}

export const accountCommands = [
  OpenAccount,
  ChangeRole,
  CloseAccount,
  ReopenAccount,
  IssuePasswordLink,
  NotePasswordChange,
  IssueAccessToken,
  RevokeAccessToken,
] as const;
export type AccountCommand = InstanceType<(typeof accountCommands)[number]>;
