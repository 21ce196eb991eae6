import { PublishedRowRecorded } from '../../src/measures/published-dashboard/events.js';
import { defineProjection, when } from '../kit/define-projection.js';
import { publishedDifferencesTable, type PublishedDifferencesRow } from './row.js';

export const publishedDifferences = defineProjection<PublishedDifferencesRow>({
  name: 'published-differences',
  answers: 'Where does what the council printed disagree with what follows from its own figures?',
  table: publishedDifferencesTable,
  whens: [
    when(
      PublishedRowRecorded,
      ({ period, measureId }) => `${period}/${measureId}`,
      (_row, printed) => printed,
    ),
  ],
});
