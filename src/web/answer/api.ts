import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { Receipt } from './commands.js';

class ProblemField {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'What to do, in words' }) detail!: string;
}

class ActorAnswer {
  @ApiProperty() userId!: string;
  @ApiProperty() role!: string;
}

class RecordedMeanwhile {
  @ApiProperty() position!: number;
  @ApiProperty() revision!: number;
  @ApiProperty({ example: 'ActionRated' }) type!: string;
  @ApiProperty({ type: Object, description: 'As the event catalogue describes it' }) data!: unknown;
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
  @ApiProperty() actor!: ActorAnswer;
}

/** RFC 9457 problem details, as every error under /api is answered. */
export class ProblemDetails {
  @ApiProperty({ example: 'urn:daybook:problem:invalid-input' }) type!: string;
  @ApiProperty() title!: string;
  @ApiProperty() status!: number;
  @ApiProperty() detail!: string;
  @ApiProperty() instance!: string;
  @ApiProperty({ type: [ProblemField], required: false }) errors?: ProblemField[];
  @ApiProperty({ type: [RecordedMeanwhile], required: false, description: 'With 409: what others recorded' })
  since?: RecordedMeanwhile[];
}

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The body is not well formed',
  401: 'No token, or one that is not known',
  403: 'Your role may not do this',
  404: 'Not there, or not yet known at that moment',
  409: 'Somebody else changed it meanwhile; `since` says how',
  413: 'More was sent than Daybook takes at once',
  422: 'A field is wrong; `errors` names it',
  503: 'Log or database are away, read-only or full; `detail` says what to do about it',
};
const problems = (...statuses: number[]) => [
  ApiExtraModels(ProblemDetails),
  ...statuses.map((status) =>
    ApiResponse({
      status,
      description: PROBLEMS[status],
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDetails) } } },
    }),
  ),
];

/** A read over REST of what has no past: keys, and the running of the service. */
export const ReadsNow = (summary: string, type: Type | [Type]) =>
  applyDecorators(ApiOperation({ summary }), ApiOkResponse({ type }), ...problems(401, 403, 503));

/** A read over REST: takes `knownAt`. */
export const Reads = (summary: string, type: Type | [Type]) =>
  applyDecorators(
    ReadsNow(summary, type),
    ApiQuery({
      name: 'knownAt',
      required: false,
      type: String,
      description: 'A moment, such as 2018-01-16T09:00:00Z: what was known then',
    }),
    ...problems(404, 422),
  );

/**
 * A write over REST: takes an Idempotency-Key, and answers with where it stands in the log. Where there is nothing to
 * answer (`null`), it is 204.
 */
export const Writes = (summary: string, type: Type | null = Receipt, status = type ? 200 : 204) =>
  applyDecorators(
    HttpCode(status),
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
    ApiResponse({ status, ...(type ? { type, description: 'Recorded, or so already' } : { description: 'Recorded' }) }),
    ...problems(400, 401, 403, 404, 409, 413, 422, 503),
  );
