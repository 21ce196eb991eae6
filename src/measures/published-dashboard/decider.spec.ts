import { specify } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import type { PrintedRow } from '../../kernel/printed-row.js';
import { PublishDashboardRows } from './commands.js';
import { publishedDashboardDecider } from './decider.js';
import { DashboardPublished, PublishedRowRecorded } from './events.js';

const planId = '00000000-0000-4000-8000-000000000001';
const paper = { planId, period: '2017-11', publishedOn: '2018-01-16', source: 'Committee paper, Appendix 2' };
const printed: PrintedRow = {
  previous: { period: '2017-10', value: '53' },
  latest: { period: '2017-11', value: '48' },
  change: { value: '-12', text: '-12%', direction: 'down' },
  baseline: { label: 'Ofsted judgement', value: '54', text: '54%', direction: null },
  target: null,
  rating: null,
  availability: null,
  note: null,
};
const rowOf = (row: number, more: Partial<PrintedRow> = {}) => ({
  row,
  measureId: `00000000-0000-4000-8000-0000000000${row}`,
  planRefs: ['4b(ii)'],
  measure: 'S47: Outcome',
  breakdown: 'C&F Assessment',
  printed: { ...printed, ...more },
});
const publish = (...rows: object[]) => fill(PublishDashboardRows, { ...paper, rows });
const published = DashboardPublished.of(paper);
const recorded = (row: ReturnType<typeof rowOf>) => PublishedRowRecorded.of({ ...row, planId, period: '2017-11' });
const { given } = specify(publishedDashboardDecider);

describe('publishing the rows of a dashboard', () => {
  it('records the paper, then every row as printed', () =>
    given()
      .when(publish(rowOf(35), rowOf(36)))
      .then(published, recorded(rowOf(35)), recorded(rowOf(36))));

  it('leaves out what already stands', () =>
    given(published, recorded(rowOf(35)))
      .when(publish(rowOf(35), rowOf(36)))
      .then(recorded(rowOf(36))));

  it('twice is once', () =>
    given(published, recorded(rowOf(35)))
      .when(publish(rowOf(35), rowOf(35)))
      .thenNothing());

  it('keeps each paper that it was printed in', () =>
    given(published, recorded(rowOf(35)))
      .when(fill(PublishDashboardRows, { ...paper, source: 'Board paper', rows: [rowOf(35)] }))
      .then(DashboardPublished.of({ ...paper, source: 'Board paper' })));

  it('records several figures of one printed row', () => {
    const [inTime, overdue] = [rowOf(16), { ...rowOf(17), row: 16 }];
    given().when(publish(inTime, overdue)).then(published, recorded(inTime), recorded(overdue));
  });

  it('says which row differs from what was printed, and what stands', () =>
    given(published, recorded(rowOf(35)))
      .when(publish(rowOf(36), rowOf(35, { change: { value: '-5', text: '-5%', direction: 'down' }, rating: 'R' })))
      .thenRefused(
        'published-row-differs',
        'rows',
        'Row 35 was already recorded as printed, with change -12%, rating none. What was printed does not change: check the file.',
      ));

  it('takes another note beside the same row for no other row', () =>
    given(published, recorded(rowOf(35)))
      .when(publish(rowOf(35, { note: 'Hard to read' })))
      .thenNothing());

  it('refuses two readings of one row in one file', () =>
    given()
      .when(publish(rowOf(35), rowOf(35, { rating: 'R' })))
      .thenRefused('published-row-differs', 'rows'));

  it('sees a row that changed its place', () =>
    given(published, recorded(rowOf(35)))
      .when(publish({ ...rowOf(35), row: 37 }))
      .thenRefused(
        'published-row-differs',
        'rows',
        'Row 37 was already recorded as printed, with row 35, S47: Outcome. What was printed does not change: check the file.',
      ));

  it('is not for a day to come', () =>
    given()
      .when(fill(PublishDashboardRows, { ...paper, publishedOn: '2018-01-17', rows: [rowOf(35)] }))
      .thenRefused('date-ahead', 'publishedOn'));
});
