import { applyDecorators, Injectable, PayloadTooLargeException, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { catchError, type Observable } from 'rxjs';
import { Upload } from '../../identity/upload.js';
import { LARGEST_FILE } from '../../importers/file/text.js';

@Injectable()
class TooLargeInWords implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof PayloadTooLargeException)) throw error;
        throw new PayloadTooLargeException({
          code: 'file-too-large',
          message: 'The file is larger than 2 MB. Send fewer rows at once.',
        });
      }),
    );
  }
}

/** A form whose `file` is no larger than an import may be. */
export const ImportUpload = () =>
  applyDecorators(
    // The outer one comes first.
    UseInterceptors(TooLargeInWords),
    Upload('file', { limits: { fileSize: LARGEST_FILE, files: 1, fields: 20 } }),
  );
