import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { Accounts } from '../../identity/accounts.js';
import { People } from '../../identity/people.js';
import { Requires } from '../../identity/requires.js';
import { Reads, Writes } from '../answer/api.js';
import { AtKnown, By } from '../answer/request.js';
import { LinkAnswer, NewAccount, NewRole, PersonAnswer, Reason } from './answers.js';
import { PasswordLinks } from './password-links.js';

@ApiTags('People')
@Controller('api/people')
export class PeopleApi {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly links: PasswordLinks,
  ) {}

  @Get()
  @Requires('people.manage')
  @Reads('Everybody who has or had an account', [PersonAnswer])
  async list(@AtKnown() known: Known): Promise<PersonAnswer[]> {
    const accounts = await this.accounts.all(known.position);
    return accounts.map(({ userId, title, role, status }) => ({ userId, title, role, status }));
  }

  @Post()
  @Requires('people.manage')
  @Writes('Open an account; the answer holds the link to choose a password', LinkAnswer)
  async open(@Body() body: NewAccount, @By() sender: Sender, @Req() request: Request): Promise<LinkAnswer> {
    const secret = await this.people.open(body ?? {}, sender);
    return { userId: body.userId, passwordLink: this.links.address(secret, request) };
  }

  @Post(':userId/role')
  @Requires('people.manage')
  @Writes('Change what somebody may do', null)
  async changeRole(@Param('userId') userId: string, @Body() body: NewRole, @By() sender: Sender) {
    await this.people.changeRole(userId, body ?? {}, sender);
  }

  @Post(':userId/close')
  @Requires('people.manage')
  @Writes('Close an account', null)
  async close(@Param('userId') userId: string, @Body() body: Reason, @By() sender: Sender) {
    await this.people.close(userId, body ?? {}, sender);
  }

  @Post(':userId/reopen')
  @Requires('people.manage')
  @Writes('Reopen a closed account; the answer holds the link to choose a password', LinkAnswer)
  async reopen(@Param('userId') userId: string, @Body() body: Reason, @By() sender: Sender, @Req() request: Request) {
    const secret = await this.people.reopen(userId, body ?? {}, sender);
    return { userId, passwordLink: this.links.address(secret, request) };
  }

  @Post(':userId/password-link')
  @Requires('people.manage')
  @Writes('Make a new link to choose a password', LinkAnswer)
  async renew(@Param('userId') userId: string, @By() sender: Sender, @Req() request: Request) {
    const secret = await this.people.passwordLink(userId, sender);
    return { userId, passwordLink: this.links.address(secret, request) };
  }
}
