import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IssueAccessToken } from '../../identity/account/commands.js';
import { PERMISSIONS, type Permission } from '../../identity/permissions.js';
import { ROLES, type Role } from '../../kernel/role.js';

export class NewToken extends OmitType(IssueAccessToken, ['userId', 'tokenId'] as const) {}

export class TokenAnswer {
  @ApiProperty({ format: 'uuid' }) tokenId!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'It works through this day' }) expiresOn!:
    string | null;
}

export class IssuedTokenAnswer {
  @ApiProperty({ format: 'uuid' }) tokenId!: string;
  @ApiProperty({ description: 'Send it as `Authorization: Bearer`. It is not shown again.' }) token!: string;
}

export class MeAnswer {
  @ApiProperty({ description: 'Your user name, as the audit trail shows it' }) userId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ enum: ['session', 'token'], description: 'How this request proved who sent it' }) via!:
    'session' | 'token';
  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true }) permissions!: Permission[];
}
