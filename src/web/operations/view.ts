import { momentInWords } from '../../kernel/plain-date.js';
import type { OperationsStanding, ProjectionStanding, State } from './standing.js';

type Tag = Readonly<{ text: string; colour: 'green' | 'blue' | 'red' | 'yellow' }>;
type Line = Readonly<{
  name: string;
  answers: string;
  tag: Tag;
  /** What to know or do, where it is not simply running. */
  advice: string | null;
  position: number;
  behind: string;
  rate: string;
}>;

export type OperationsView = Readonly<{
  head: number;
  recorded: string | null;
  /** One sentence for whoever only wants to know whether all is well. */
  summary: string;
  lines: readonly Line[];
}>;

const TAGS: Readonly<Record<State, Tag>> = {
  running: { text: 'Running', colour: 'green' },
  rebuilding: { text: 'Being rebuilt', colour: 'blue' },
  stopped: { text: 'Stopped', colour: 'red' },
  'not running': { text: 'Not running', colour: 'yellow' },
};

const whole = (number: number) => Math.round(number).toLocaleString('en-GB');

const duration = (seconds: number): string => {
  if (seconds < 90) return `${whole(seconds)} seconds`;
  if (seconds < 5_400) return `${whole(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${whole(seconds / 3_600)} hours` : `${whole(seconds / 86_400)} days`;
};

const behind = ({ lag, state }: ProjectionStanding): string => {
  if (lag.events === 0) return 'Up to date';
  const events = `${lag.more ? 'More than ' : ''}${whole(lag.events)} ${lag.events === 1 ? 'event' : 'events'}`;
  return state === 'rebuilding' || lag.seconds < 1 ? events : `${events}, ${duration(lag.seconds)}`;
};

const advice = ({ state, failure, built, name }: ProjectionStanding): string | null => {
  switch (state) {
    case 'running':
      return null;
    case 'rebuilding':
      return `${built} % of the new table is built. Its pages are incomplete until then.`;
    case 'stopped':
      return `Stopped at event ${whole(failure!.position)} (${failure!.type}). Its pages show what was known before. Start a version of Daybook that can read this event, or restore the log from a backup; it is tried again at every start. It said: ${failure!.message}`;
    case 'not running':
      return `No process runs it. Start the worker, or restart Daybook without RUNNER=off. If that does not help: npm run rebuild -- ${name}`;
  }
};

const summaryOf = (projections: readonly ProjectionStanding[]): string => {
  const troubled = projections.filter(({ state }) => state === 'stopped' || state === 'not running');
  if (troubled.length > 0) return `${troubled.length} of ${projections.length} need attention.`;
  const late = projections.filter(({ lag }) => lag.events > 0);
  return late.length > 0
    ? `All ${projections.length} are running; ${late.length} still have events to take.`
    : `All ${projections.length} are running and up to date.`;
};

export const operationsView = ({ log, projections }: OperationsStanding): OperationsView => ({
  head: log.position,
  recorded: log.recordedAt && momentInWords(log.recordedAt),
  summary: summaryOf(projections),
  lines: projections.map((one) => ({
    name: one.name,
    answers: one.answers,
    tag: TAGS[one.state],
    advice: advice(one),
    position: one.position,
    behind: behind(one),
    rate: one.eventsPerSecond === null ? 'Not yet known' : whole(one.eventsPerSecond),
  })),
});
