import { Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { NotPermitted, SignInRequired } from './denied.js';
import { may } from './permissions.js';
import { isUnsafe, originOf } from './request.js';
import { ACCESS, type Access } from './requires.js';
import { provesForm } from './sessions.js';
import { READS_FILE } from './upload.js';

/** Stands before every route. What a route does not allow by name is denied. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly log = new Logger('Identity');

  constructor(private readonly reflector: Reflector) {}

  /** @throws SignInRequired (401), NotPermitted (403) */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const access = this.find<Access>(ACCESS, context);
    if (!access) {
      const route = `${context.getClass().name}.${context.getHandler().name}`;
      this.log.error(`${route} is denied to everybody: it has neither @Requires nor @Public.`);
      throw new NotPermitted();
    }
    if (access === 'public') return this.notForeign(request);
    const { person } = request;
    if (!person) throw new SignInRequired();
    if (person.via === 'session' && isUnsafe(request)) this.prove(request, context);
    if (!may(person.role, access)) throw new NotPermitted();
    return true;
  }

  /** A public form carries no token; still, another site may not send it and so sign somebody in as itself. */
  private notForeign(request: Request): true {
    if (isUnsafe(request) && originOf(request) === 'foreign')
      throw new NotPermitted('This form was sent from another site. Open it here and send it again.');
    return true;
  }

  private prove(request: Request, context: ExecutionContext): void {
    if (originOf(request) === 'foreign') throw new SignInRequired();
    if (this.find<boolean>(READS_FILE, context) && request.is('multipart/form-data')) return;
    if (!provesForm(request)) throw new SignInRequired();
  }

  private find<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
