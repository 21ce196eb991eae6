import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type ArgumentsHost,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { AnyFilesInterceptor, FileInterceptor } from '@nestjs/platform-express';
import type { MulterOptions } from '@nestjs/platform-express/multer/interfaces/multer-options.interface.js';
import type { Request } from 'express';
import { EMPTY, type Observable } from 'rxjs';
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

const FieldsOnly = AnyFilesInterceptor({
  limits: { fields: 20, fieldSize: 16 * 1024 },
  fileFilter: (_request, _file, keep) => keep(null, false),
});

/**
 * The text fields of a form with a file whose sender is not signed in any more, for their draft. The file is let go:
 * no browser fills it in again. A form that cannot be read leaves nothing.
 */
export const readFields = async (host: ArgumentsHost): Promise<void> => {
  const request = host.switchToHttp().getRequest<Request>();
  if (request.body !== undefined || !request.is('multipart/form-data')) return;
  await Promise.resolve(new FieldsOnly().intercept(host as ExecutionContext, { handle: () => EMPTY })).catch(() => {
    request.body = {};
  });
};
