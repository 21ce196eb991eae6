import { z } from 'zod';
import { defineEvent, type EventOf } from '../../kernel/event-type.js';
import { measureName } from '../../kernel/measure-name.js';
import { Day, inWords, Month } from '../../kernel/plain-date.js';
import { PrintedRow } from '../../kernel/printed-row.js';

const Id = z.uuid();

export const DashboardPublished = defineEvent('DashboardPublished', {
  meaning: 'The council published its dashboard of a month in a paper.',
  schema: z.object({ planId: Id, period: Month, publishedOn: Day, source: z.string().min(1) }),
  words: (d) => `The dashboard of ${inWords(d.period)} was published on ${inWords(d.publishedOn)} in ${d.source}`,
  subject: ({ period }) => ({ kind: 'published-dashboard', id: period }),
});

export const PublishedRowRecorded = defineEvent('PublishedRowRecorded', {
  meaning: 'One row of a published dashboard was recorded exactly as it was printed.',
  schema: z.object({
    planId: Id,
    period: Month,
    /** Number on the printed page; a printed row with several figures is recorded once for each measure. */
    row: z.int().min(1),
    measureId: Id,
    planRefs: z.array(z.string().min(1)),
    measure: z.string().min(1),
    breakdown: z.string().min(1).nullable(),
    printed: PrintedRow,
  }),
  words: (d) =>
    `Row ${d.row} of the dashboard of ${inWords(d.period)} as printed: ${measureName(d.measure, d.breakdown)}`,
  subject: ({ measureId }) => ({ kind: 'measure', id: measureId }),
});

export const publishedDashboardEvents = [DashboardPublished, PublishedRowRecorded] as const;
export type PublishedDashboardEvent = EventOf<(typeof publishedDashboardEvents)[number]>;
