import { applyDecorators, type Type } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Receipt } from './commands.js';

class ProblemField {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What to do, in words' }) detail!: string;
}

/** RFC 9457 problem details, as every error under /api is answered. */
export class ProblemDetails {
  @ApiProperty({ example: 'urn:daybook:problem:invalid-input' }) type!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: number;
  @ApiProperty() detail!: string;
  @ApiProperty() instance!: string;
  @ApiProperty({ type: [ProblemField], required: false }) errors?: ProblemField[];
}

const PROBLEMS: Readonly<Record<number, string>> = {
  401: 'No token, or one that is not known',
  403: 'Your role may not do this',
  404: 'Not there, or not yet known at that moment',
  409: 'Somebody else changed it meanwhile; `since` says how',
  422: 'A field is wrong; `errors` names it',
};
const problems = (...statuses: number[]) =>
  statuses.map((status) => ApiResponse({ status, description: PROBLEMS[status], type: ProblemDetails }));

/** A read over REST: takes `knownAt`. */
export const Reads = (summary: string, type: Type | [Type]) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiQuery({
      name: 'knownAt',
      required: false,
      description: 'A moment, such as 2018-01-16T09:00:00Z: what was known then',
    }),
    ApiOkResponse({ type }),
    ...problems(401, 403, 404, 422),
  );

/** A write over REST: takes an Idempotency-Key, and answers with where it stands in the log. */
export const Writes = (summary: string, type: Type = Receipt) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Same key and body: same answer, recorded once',
    }),
    ApiHeader({
      name: 'Seen-Revision',
      required: false,
      description: 'Refuse (409) when the revision is another by now',
    }),
    ApiOkResponse({ type }),
    ...problems(401, 403, 404, 409, 422),
  );
