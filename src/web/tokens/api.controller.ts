import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Sender } from '../../event-store/command/command.js';
import { AccessTokens } from '../../identity/access-tokens.js';
import { Signed, type Person } from '../../identity/actor.js';
import { heldBy } from '../../identity/permissions.js';
import { Requires } from '../../identity/requires.js';
import { IdOf } from '../answer/id.js';
import { ReadsNow, Writes } from '../answer/api.js';
import { By } from '../answer/request.js';
import { IssuedTokenAnswer, MeAnswer, NewToken, TokenAnswer } from './answers.js';

@ApiTags('Who you are')
@Controller('api')
export class TokensApi {
  constructor(private readonly tokens: AccessTokens) {}

  @Get('me')
  @Requires('tokens.own')
  @ReadsNow('Who you are, and what you may do', MeAnswer)
  me(@Signed() person: Person): MeAnswer {
    return { ...person, permissions: heldBy(person.role) };
  }

  @Get('tokens')
  @Requires('tokens.own')
  @ReadsNow('Your access tokens that work', [TokenAnswer])
  list(@Signed() { userId }: Person) {
    return this.tokens.list(userId);
  }

  @Post('tokens')
  @Requires('tokens.own')
  @Writes('Make an access token; the only answer that holds it', IssuedTokenAnswer)
  async issue(@Signed() { userId }: Person, @Body() body: NewToken, @By() sender: Sender): Promise<IssuedTokenAnswer> {
    const { tokenId, secret } = await this.tokens.issue(userId, body ?? {}, sender);
    return { tokenId, token: secret };
  }

  @Delete('tokens/:tokenId')
  @Requires('tokens.own')
  @Writes('Revoke an access token', null)
  async revoke(@Signed() { userId }: Person, @IdOf('token') tokenId: string, @By() sender: Sender) {
    await this.tokens.revoke(userId, tokenId, sender);
  }
}
