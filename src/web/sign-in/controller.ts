import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readDraft } from '../../identity/draft.js';
import { localPath } from '../../identity/request.js';
import { Public } from '../../identity/requires.js';
import { SESSION_COOKIE } from '../../identity/session-middleware.js';
import { beginSession, endSession, provesForm } from '../../identity/sessions.js';
import { SignIn } from '../../identity/sign-in.js';
import { Clock } from '../../kernel/clock.js';
import { Page, SeeOther, type Typed } from '../answer/page.js';
import { problemOf } from '../answer/problem.js';
import { Form } from '../answer/request.js';
import { Demonstration } from './demonstration.js';
import { signInPage } from './instead.js';

/** Sentences that another page may ask this one to say. */
const SAID: Readonly<Record<string, string>> = {
  'signed-out': 'You have signed out.',
  'password-set': 'Your password is set. Sign in with it.',
};

@Controller()
export class SignInPage {
  constructor(
    private readonly signIn: SignIn,
    private readonly clock: Clock,
    private readonly demonstration: Demonstration,
  ) {}

  @Get('sign-in')
  @Public()
  show(@Req() request: Request, @Query('next') next: unknown, @Query('said') said: unknown) {
    const there = localPath(next);
    if (request.person) return new SeeOther(there);
    const sentence = typeof said === 'string' ? (SAID[said] ?? null) : null;
    return signInPage({ userId: '', next: there, draft: '', said: sentence }, this.demonstration.accounts);
  }

  @Post('sign-in')
  @Public()
  async enter(@Req() request: Request, @Form() typed: Typed) {
    const { userId = '', password = '', next, draft = '' } = typed;
    const handle = userId.trim().toLowerCase();
    try {
      const account = await this.signIn.judge({ userId: handle, password, address: request.ip ?? '' });
      await beginSession(request, account.userId, this.clock.now(), readDraft(draft));
      return new SeeOther(localPath(next));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 422 && problem.status !== 429) throw error;
      const form = { userId: handle, next: localPath(next), draft, said: null };
      const { template, model } = signInPage(form, this.demonstration.accounts);
      return new Page(template, model, problem);
    }
  }

  /** Works without a session too: whoever leaves is out, however long they were away. */
  @Post('sign-out')
  @Public()
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    if (request.person && !provesForm(request)) return new SeeOther('/');
    if (request.person) await endSession(request);
    response.clearCookie(SESSION_COOKIE);
    return new SeeOther('/sign-in?said=signed-out');
  }
}
