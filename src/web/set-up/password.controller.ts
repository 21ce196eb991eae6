import { Controller, Get, Post, Query } from '@nestjs/common';
import { ChoosePassword } from '../../identity/choose-password.js';
import { Public } from '../../identity/requires.js';
import { page, SeeOther, submit, type Page, type Typed } from '../answer/page.js';
import { Form } from '../answer/request.js';
import { endedLink, secretIn } from './ended.js';

const ASK = 'Ask an administrator for a new link.';

/** A password of one's own, for whoever holds the link that an administrator handed over. */
@Controller('set-password')
export class SetPasswordPage {
  constructor(private readonly passwords: ChoosePassword) {}

  @Get()
  @Public()
  async show(@Query('token') given: unknown): Promise<Page> {
    const token = secretIn(given);
    return page('set-up/password.njk', { token, userId: await this.holder(token) });
  }

  @Post()
  @Public()
  set(@Form() { token = '', password = '' }: Typed) {
    return submit({
      send: async () => {
        if (!(await this.passwords.choose(token, password))) throw endedLink(ASK);
      },
      done: new SeeOther('/sign-in?said=password-set'),
      again: async (problem) => page('set-up/password.njk', { token, userId: await this.holder(token) }, problem),
    });
  }

  private async holder(token: string): Promise<string> {
    const userId = await this.passwords.look(token);
    if (typeof userId !== 'string') throw endedLink(ASK);
    return userId;
  }
}
