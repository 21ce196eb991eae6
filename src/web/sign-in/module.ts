import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PeopleApi } from '../people/api.controller.js';
import { PeoplePage } from '../people/controller.js';
import { PasswordLinks } from '../people/password-links.js';
import { SetUpPage } from '../set-up/controller.js';
import { SetPasswordPage } from '../set-up/password.controller.js';
import { TokensApi } from '../tokens/api.controller.js';
import { TokensPage } from '../tokens/controller.js';
import { SignInPage } from './controller.js';
import { Demonstration } from './demonstration.js';
import { SignInFilter } from './sign-in.filter.js';

/**
 * The pages around signing in. Import it after the module that catches every error: of two filters that fit, Nest asks
 * the later one first.
 */
@Module({
  controllers: [SignInPage, SetUpPage, SetPasswordPage, PeoplePage, PeopleApi, TokensPage, TokensApi],
  providers: [Demonstration, PasswordLinks, { provide: APP_FILTER, useClass: SignInFilter }],
})
export class SignInModule {}
