import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NOW, type Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { Accounts } from '../../identity/accounts.js';
import { People } from '../../identity/people.js';
import { Requires } from '../../identity/requires.js';
import { NotFound } from '../../kernel/refusal.js';
import { ROLES } from '../../kernel/role.js';
import { page, SeeOther, submit, type Page, type Typed } from '../answer/page.js';
import { problemOf, type Problem } from '../answer/problem.js';
import { AtKnown, By, Draft, Form } from '../answer/request.js';
import { PasswordLinks } from './password-links.js';

/** Who has an account, and what they may do. */
@Controller('people')
export class PeoplePage {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly links: PasswordLinks,
  ) {}

  @Get()
  @Requires('people.manage')
  show(@AtKnown() known: Known, @Draft() typed: Typed | null): Promise<Page> {
    return this.list(known, typed);
  }

  @Post()
  @Requires('people.manage')
  open(@Form() { userId = '', title = '', role = '' }: Typed, @By() sender: Sender, @Req() request: Request) {
    const typed = { userId, title, role };
    return this.handOver(
      userId,
      request,
      () => this.people.open(typed, sender),
      (problem) => this.list(NOW, typed, problem),
    );
  }

  @Get(':userId')
  @Requires('people.manage')
  showOne(@Param('userId') userId: string, @AtKnown() known: Known, @Draft() typed: Typed | null): Promise<Page> {
    return this.one(known, userId, typed);
  }

  @Post(':userId/role')
  @Requires('people.manage')
  changeRole(@Param('userId') userId: string, @Form() { role = '', title = '' }: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.people.changeRole(userId, { role, title }, sender),
      done: new SeeOther(`/people/${userId}`, 'The role was changed'),
      again: (problem) => this.one(NOW, userId, { role, title }, problem),
    });
  }

  @Post(':userId/close')
  @Requires('people.manage')
  close(@Param('userId') userId: string, @Form() { why = '' }: Typed, @By() sender: Sender) {
    return submit({
      send: () => this.people.close(userId, { why }, sender),
      done: new SeeOther('/people', `The account ${userId} is closed`),
      again: (problem) => this.one(NOW, userId, { why }, problem),
    });
  }

  @Post(':userId/reopen')
  @Requires('people.manage')
  reopen(@Param('userId') userId: string, @Form() { why = '' }: Typed, @By() sender: Sender, @Req() request: Request) {
    return this.handOver(
      userId,
      request,
      () => this.people.reopen(userId, { why }, sender),
      (problem) => this.one(NOW, userId, { why }, problem),
    );
  }

  @Post(':userId/password-link')
  @Requires('people.manage')
  renew(@Param('userId') userId: string, @By() sender: Sender, @Req() request: Request) {
    return this.handOver(
      userId,
      request,
      () => this.people.passwordLink(userId, sender),
      (problem) => this.one(NOW, userId, null, problem),
    );
  }

  /** The link is shown in this answer and nowhere else. */
  private async handOver(
    userId: string,
    request: Request,
    make: () => Promise<string>,
    again: (problem: Problem) => Promise<Page>,
  ): Promise<Page> {
    try {
      return page('people/link.njk', { userId, address: this.links.address(await make(), request) });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 422) throw error;
      return again(problem);
    }
  }

  private async list({ position }: Known, typed: Typed | null, problem?: Problem): Promise<Page> {
    const people = await this.accounts.all(position);
    return page('people/page.njk', { people, roles: ROLES, typed: typed ?? {} }, problem);
  }

  private async one({ position }: Known, userId: string, typed: Typed | null, problem?: Problem): Promise<Page> {
    const account = (await this.accounts.all(position)).find((one) => one.userId === userId);
    if (!account)
      throw new NotFound(
        'no-such-account',
        'There is no account with this user name, or there was none then.',
        'userId',
      );
    return page('people/one.njk', { account, roles: ROLES, typed: typed ?? {} }, problem);
  }
}
