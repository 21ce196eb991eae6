import type { Decider } from '../../kernel/decider.js';
import type { EventOf } from '../../kernel/event-type.js';
import { londonDay } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import type { PublishedDashboardCommand } from './commands.js';
import { DashboardPublished, PublishedRowRecorded, type PublishedDashboardEvent } from './events.js';
import { standingInWords } from './printed-in-words.js';

type Row = EventOf<typeof PublishedRowRecorded>;

export type PublishedDashboard = Readonly<{
  /** The papers it was published in, each as the text of its event. */
  papers: readonly string[];
  /** By measure: a printed row with several figures has several. */
  rows: Readonly<Record<string, Row>>;
}>;

export const publishedDashboardDecider: Decider<
  PublishedDashboard,
  PublishedDashboardCommand,
  PublishedDashboardEvent
> = {
  initial: { papers: [], rows: {} },

  evolve: (dashboard, event) => {
    switch (event.type) {
      case 'DashboardPublished':
        return { ...dashboard, papers: [...dashboard.papers, JSON.stringify(event.data)] };
      case 'PublishedRowRecorded':
        return { ...dashboard, rows: { ...dashboard.rows, [event.data.measureId]: event } };
    }
  },

  decide: (command, dashboard, { now }) => {
    if (command.publishedOn > londonDay(now))
      throw new Refusal('date-ahead', 'The day of publication must be today or in the past.', 'publishedOn');
    const { planId, period } = command;
    const paper = DashboardPublished.of(command);
    const rows = command.rows.map((row) => PublishedRowRecorded.of({ ...row, planId, period }));
    const known = dashboard.papers.includes(JSON.stringify(paper.data));
    return [...(known ? [] : [paper]), ...notYetRecorded(rows, dashboard)];
  },
};

const notYetRecorded = (rows: readonly Row[], dashboard: PublishedDashboard): Row[] => {
  const standing = new Map(Object.entries(dashboard.rows));
  return rows.filter((row) => {
    const before = standing.get(row.data.measureId);
    if (before) return mustAgree(before, row);
    standing.set(row.data.measureId, row);
    return true;
  });
};

/** Nothing to record: it already stands. @throws Refusal when it stands otherwise. */
const mustAgree = ({ data: standing }: Row, { data: row }: Row): false => {
  if (withoutNote(standing) === withoutNote(row)) return false;
  const words = standingInWords(standing.printed, row.printed) || `row ${standing.row}, ${standing.measure}`;
  throw new Refusal(
    'published-row-differs',
    `Row ${row.row} was already recorded as printed, with ${words}. What was printed does not change: check the file.`,
    'rows',
  );
};

/** The note is the remark of whoever copied the page; the council did not print it. */
const withoutNote = ({ printed: { note: _note, ...printed }, ...row }: Row['data']): string =>
  JSON.stringify({ ...row, printed });

export const publishedDashboardStream = (period: string) => `published-dashboard-${period}`;
