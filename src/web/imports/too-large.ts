import { applyDecorators, Injectable, PayloadTooLargeException, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, from, type Observable } from 'rxjs';
import { NOW } from '../../../projections/kit/known.js';
import { isApi } from '../../identity/request.js';
import { Upload } from '../../identity/upload.js';
import { LARGEST_FILE } from '../../importers/file/text.js';
import { Refusal } from '../../kernel/refusal.js';
import { typedIn } from '../answer/page.js';
import { ImportList } from './list.js';

const [CODE, SENTENCE] = ['file-too-large', 'The file is larger than 2 MB. Send fewer rows at once.'];

/** A file that is cut off while it is read never reaches the handler, so the form comes again from here. */
@Injectable()
class TooLargeInWords implements NestInterceptor {
  constructor(private readonly list: ImportList) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof PayloadTooLargeException)) throw error;
        if (isApi(request)) throw new PayloadTooLargeException({ code: CODE, message: SENTENCE, field: 'file' });
        return from(this.list.again(NOW, typedIn(request.body), new Refusal(CODE, SENTENCE, 'file')));
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
