import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '../kernel/role.js';
import { SignInRequired } from './denied.js';

/** Whoever sent this request, as their account stands now. */
export type Person = Readonly<{
  /** The handle they sign in with; the audit trail shows it. */
  userId: string;
  /** What they are here: "Operational lead". */
  title: string;
  role: Role;
  via: 'session' | 'token';
}>;

declare module 'express-serve-static-core' {
  interface Request {
    /** Set before any guard runs; absent when nobody is signed in. */
    person?: Person;
  }
}

/** The person who sent the request. @throws SignInRequired when there is none. */
export const personOf = (request: Request): Person => {
  if (!request.person) throw new SignInRequired();
  return request.person;
};

/** `rate(@Signed() person: Person)` */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext) =>
  personOf(context.switchToHttp().getRequest<Request>()),
);
