import { Controller, Get, Post, Query } from '@nestjs/common';
import { ChoosePassword } from '../../identity/choose-password.js';
import { Public } from '../../identity/requires.js';
import { page, SeeOther, submit, type Page, type Typed } from '../answer/page.js';
import type { Problem } from '../answer/problem.js';
import { Form } from '../answer/request.js';
import { endedLink, secretIn } from './ended.js';

const START_AGAIN = 'Start Daybook again: it prints a new link until somebody can sign in.';

/** The first account of all, for whoever holds the link that Daybook printed when it started. */
@Controller('set-up')
export class SetUpPage {
  constructor(private readonly passwords: ChoosePassword) {}

  @Get()
  @Public()
  async show(@Query('token') given: unknown): Promise<Page> {
    const token = secretIn(given);
    if ((await this.passwords.look(token)) !== null) throw endedLink(START_AGAIN);
    return form(token, {});
  }

  @Post()
  @Public()
  open(@Form() { token = '', password = '', userId = '', title = '' }: Typed) {
    return submit({
      send: async () => {
        if (!(await this.passwords.setUp(token, { userId, title }, password))) throw endedLink(START_AGAIN);
      },
      done: new SeeOther('/sign-in?said=password-set'),
      again: (problem) => form(token, { userId, title }, problem),
    });
  }
}

const form = (token: string, typed: Typed, problem?: Problem) => page('set-up/page.njk', { token, typed }, problem);
