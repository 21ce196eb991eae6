import { applyDecorators } from '@nestjs/common';
import { HANDLE } from '../../kernel/handle.js';
import { isWebLink } from '../../kernel/web-link.js';
import { field, fits, trimmed, type Options } from './field.js';

/** A figure as decimal text, as precise as it was given: `14.0`. */
export const FigureText = (options: Options) =>
  applyDecorators(
    trimmed,
    field(
      options,
      { type: String, pattern: '^-?\\d{1,12}(\\.\\d{1,6})?$' },
      fits(
        'isFigure',
        (text) => /^-?\d{1,12}(\.\d{1,6})?$/.test(text),
        `${options.label} must be a number like 57.2, without a unit or thousands separators`,
      ),
    ),
  );

/** An address on the web. */
export const Link = (options: Options) =>
  applyDecorators(
    trimmed,
    field(
      options,
      { type: String, format: 'uri', maxLength: 2_000 },
      fits(
        'isWebLink',
        (text) => text.length <= 2_000 && isWebLink(text),
        `${options.label} must be an address that starts with https:// or http://, without a user name, password or blanks`,
      ),
    ),
  );

/** Whom an account is called by. Whether there is such an account is asked when something is to be recorded. */
export const UserName = (options: Options) =>
  applyDecorators(
    trimmed,
    field(
      options,
      { type: String, pattern: HANDLE.source },
      fits('isUserName', (text) => HANDLE.test(text), `${options.label} must be a user name, like duty.manager`),
    ),
  );

/** The SHA-256 of a file, in small hexadecimal digits. */
export const Sha256 = (options: Options) =>
  field(
    options,
    { type: String, pattern: '^[0-9a-f]{64}$' },
    fits(
      'isSha256',
      (text) => /^[0-9a-f]{64}$/.test(text),
      `${options.label} must be a SHA-256: 64 digits 0-9 and a-f`,
    ),
  );
