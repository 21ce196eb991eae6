import type { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import {
  PublishedDifferences,
  type PublishedDifferencesAnswer,
} from '../../../projections/published-differences/query.js';
import { InvalidInput } from '../../kernel/refusal.js';

/** Of the month in the address, or of every published month. @throws InvalidInput, Refusal */
export const differencesAsked = async (
  queries: QueryBus,
  known: Known,
  period: unknown,
): Promise<PublishedDifferencesAnswer> => {
  if (period === undefined || period === '') return queries.execute(new PublishedDifferences(known));
  if (typeof period === 'string') return queries.execute(new PublishedDifferences(known, period));
  throw new InvalidInput([{ field: 'period', code: 'given-twice', sentence: 'Give one month, like 2017-11.' }]);
};
