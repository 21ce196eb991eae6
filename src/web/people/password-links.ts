import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { IdentityOptions } from '../../identity/options.js';

/** The whole address of a one-time link, as it is handed to somebody. */
@Injectable()
export class PasswordLinks {
  constructor(private readonly options: IdentityOptions) {}

  address(secret: string, request: Request): string {
    const here = this.options.publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return new URL(`/set-password?token=${secret}`, here).href;
  }
}
