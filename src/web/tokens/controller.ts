import { Controller, Get, Post } from '@nestjs/common';
import type { Sender } from '../../event-store/command/command.js';
import { AccessTokens } from '../../identity/access-tokens.js';
import { Signed, type Person } from '../../identity/actor.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { page, SeeOther, type Page, type Typed } from '../answer/page.js';
import { problemOf, type Problem } from '../answer/problem.js';
import { By, Draft, Form } from '../answer/request.js';

/** One's own access tokens. */
@Controller('tokens')
export class TokensPage {
  constructor(private readonly tokens: AccessTokens) {}

  @Get()
  @Requires('tokens.own')
  show(@Signed() person: Person, @Draft() typed: Typed | null): Promise<Page> {
    return this.list(person, typed ?? {});
  }

  /** The token is shown in the answer to this form and nowhere else, so the answer is no redirect. */
  @Post()
  @Requires('tokens.own')
  async issue(@Signed() person: Person, @Form() typed: Typed, @By() sender: Sender): Promise<Page> {
    const { label = '', expiresOn = '' } = typed;
    try {
      const { secret } = await this.tokens.issue(person.userId, { label, expiresOn }, sender);
      return page('tokens/issued.njk', { secret, label });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 422) throw error;
      return this.list(person, { label, expiresOn }, problem);
    }
  }

  @Post(':tokenId/revoke')
  @Requires('tokens.own')
  async revoke(@Signed() { userId }: Person, @IdOf('token') tokenId: string, @By() sender: Sender) {
    await this.tokens.revoke(userId, tokenId, sender);
    return new SeeOther('/tokens', 'The access token no longer works');
  }

  private async list({ userId }: Person, typed: Typed, problem?: Problem): Promise<Page> {
    return page('tokens/page.njk', { tokens: await this.tokens.list(userId), typed }, problem);
  }
}
