import { ApiProperty, OmitType } from '@nestjs/swagger';
import { ChangeRole, CloseAccount, OpenAccount } from '../../identity/account/commands.js';
import { ROLES, type Role } from '../../kernel/role.js';

export class NewAccount extends OmitType(OpenAccount, [] as const) {}
export class NewRole extends OmitType(ChangeRole, ['userId'] as const) {}
export class Reason extends OmitType(CloseAccount, ['userId'] as const) {}

export class PersonAnswer {
  @ApiProperty({ example: 'duty.manager' }) userId!: string;
  @ApiProperty({ example: 'Operational lead' }) title!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ enum: ['open', 'closed'] }) status!: 'open' | 'closed';
}

export class LinkAnswer {
  @ApiProperty() userId!: string;
  @ApiProperty({ description: 'Whoever opens it chooses the password: once, within 24 hours. It is not shown again.' })
  passwordLink!: string;
}
