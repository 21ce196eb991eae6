import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInRequired } from '../../identity/denied.js';
import { isApi, isUnsafe, originOf } from '../../identity/request.js';
import { readFields } from '../../identity/upload.js';
import { SeeOther } from '../answer/page.js';
import { ProblemFilter } from '../answer/problem.filter.js';
import { ShellBuilder } from '../answer/shell.builder.js';
import { Demonstration } from './demonstration.js';
import { signInInstead } from './instead.js';

/** Nobody is signed in: pages answer with the sign-in form, the API with problem details that name the scheme. */
@Catch(SignInRequired)
@Injectable()
export class SignInFilter extends ProblemFilter {
  constructor(
    private readonly builder: ShellBuilder,
    private readonly demonstration: Demonstration,
  ) {
    super(builder);
  }

  override async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (isApi(request)) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="Daybook"');
      return super.catch(error, host);
    }
    if (isUnsafe(request) && originOf(request) === 'own') await readFields(host);
    const instead = signInInstead(request, this.demonstration.accounts);
    if (instead instanceof SeeOther) return response.redirect(303, instead.address);
    response.status(401).setHeader('Cache-Control', 'no-store');
    response.render(instead.template, { ...instead.model, shell: await this.builder.of(request) });
  }
}
