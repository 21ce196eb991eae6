import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { MulterOptions } from '@nestjs/platform-express/multer/interfaces/multer-options.interface.js';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { SignInRequired } from './denied.js';
import { provesForm } from './sessions.js';

/** On a handler whose form is read after the guard has run, and which therefore proves it itself. */
export const READS_FILE = 'daybook:reads-file';

@Injectable()
class ProveForm implements NestInterceptor {
  /** @throws SignInRequired when the form is not one of this session. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.person?.via === 'session' && !provesForm(request)) throw new SignInRequired();
    return next.handle();
  }
}

/** A form with one file: `@Upload('file', { limits: { fileSize } })`. Without it, no form with a file is taken. */
export const Upload = (field: string, options: MulterOptions) =>
  applyDecorators(SetMetadata(READS_FILE, true), UseInterceptors(FileInterceptor(field, options), ProveForm));
