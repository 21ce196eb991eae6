import { Param, ParseUUIDPipe } from '@nestjs/common';
import { NotFound } from '../../kernel/refusal.js';

const orNotFound = new ParseUUIDPipe({
  exceptionFactory: () =>
    new NotFound('no-such-measure', 'There is no such measure. Choose one from the list of measures.', 'measureId'),
});

/** The measure in the address. What is no id at all names no measure either (404). */
export const MeasureId = () => Param('measureId', orNotFound);
