import { ForbiddenException, UnauthorizedException } from '@nestjs/common';

/** Nobody is signed in, or the session that sent this form has ended (401). Pages answer with the sign-in form. */
export class SignInRequired extends UnauthorizedException {
  constructor() {
    super('Sign in first, or send a valid access token.');
  }
}

/** Signed in, but the role does not include this (403). */
export class NotPermitted extends ForbiddenException {
  constructor(sentence = 'Your role does not include this. Ask an administrator if you need it for your work.') {
    super(sentence);
  }
}
