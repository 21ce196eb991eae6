import type { ActionFacts, MeasureFact, StepFact } from './action-facts.js';
import type { ActionRule, Sign } from './action-rule.js';
import { dueInWords, firstDayOf, lastDayOf } from './due.js';
import { daysBetween, inWords } from './plain-date.js';

/** The sentence where the sign is there, and null where it is not. */
type Found = Readonly<Record<Sign, string | null>>;
type Look = (facts: ActionFacts, rule: ActionRule, asAt: string) => string | null;
type Dated = Pick<ActionFacts, 'dueOn' | 'claimedOn' | 'completion'>;

const daysInWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** How many days a date is past; 0 on its last day and before. */
const daysOver = (due: string | null, asAt: string): number => {
  const last = due && lastDayOf(due);
  return last && last < asAt ? daysBetween(last, asAt) : 0;
};

/** A claim that was made in time stops the clock: that nobody has verified it yet is not the owner's delay. */
export const overdue = ({ dueOn, claimedOn, completion }: Dated, asAt: string): string | null => {
  const over = daysOver(dueOn, asAt);
  if (dueOn === null || over === 0) return null;
  if (completion === 'claimed' && claimedOn !== null && daysOver(dueOn, claimedOn) === 0) return null;
  return `Due ${dueInWords(dueOn)}: ${daysInWords(over)} over`;
};

/** From the last update or, where there is none, from when it was raised; never from before its start. */
const lastHeard = ({ lastUpdateOn, raisedOn, startOn }: ActionFacts): { day: string; words: string } => {
  const heard =
    lastUpdateOn === null
      ? { day: raisedOn, words: `No update since it was raised on ${inWords(raisedOn)}` }
      : { day: lastDayOf(lastUpdateOn)!, words: `Last update ${inWords(lastUpdateOn)}` };
  const start = startOn && firstDayOf(startOn);
  return start && start > heard.day ? { day: start, words: `No update since it started on ${inWords(start)}` } : heard;
};

/** Nobody has said within the review cycle where it stands. */
export const notUpdated: Look = (facts, { updateWithinDays }, asAt) => {
  const { day, words } = lastHeard(facts);
  if (day >= asAt) return null;
  const days = daysBetween(day, asAt);
  if (days <= updateWithinDays) return null;
  return `${words}, ${daysInWords(days)} before ${inWords(asAt)}: the review cycle is ${daysInWords(updateWithinDays)}`;
};

const missedBy = ({ dueOn, doneOn }: StepFact, asAt: string): number =>
  doneOn !== null && firstDayOf(doneOn)! <= asAt ? 0 : daysOver(dueOn, asAt);

const milestoneMissed: Look = ({ steps }, _rule, asAt) => {
  const missed = steps.filter((step) => missedBy(step, asAt) > 0);
  if (missed.length === 0) return null;
  const each = missed.map(
    (step) => `“${step.title}” was due ${dueInWords(step.dueOn)}, ${daysInWords(missedBy(step, asAt))} over`,
  );
  return `${missed.length === 1 ? 'A step is' : `${missed.length} steps are`} not done: ${each.join('; ')}`;
};

const named = (
  measures: readonly MeasureFact[],
  figures: (measure: MeasureFact) => string | null | undefined,
): string =>
  measures.map((measure) => (figures(measure) ? `${measure.name} (${figures(measure)})` : measure.name)).join('; ');

const offTarget: Look = ({ measures }) => {
  const off = measures.filter(({ onTarget }) => onTarget === false);
  return off.length === 0 ? null : `Off target: ${named(off, ({ against }) => against)}`;
};

const worsening: Look = ({ measures }) => {
  const worse = measures.filter(({ direction }) => direction === 'worse');
  return worse.length === 0 ? null : `Getting worse: ${named(worse, ({ moved }) => moved)}`;
};

const movedOften: Look = ({ moves, firstDueOn }, { movesAllowed }) => {
  if (moves <= movesAllowed) return null;
  const first = firstDueOn === null ? '' : `, from ${dueInWords(firstDueOn)} at first`;
  const allowed = movesAllowed === 0 ? 'none is allowed' : `no more than ${movesAllowed} allowed`;
  return `The due date was moved ${moves === 1 ? 'once' : `${moves} times`}${first}: ${allowed}`;
};

const EVIDENCE = ['no evidence', 'one piece of evidence'];

const claimedOnly: Look = ({ completion, claimedOn, evidence }) => {
  if (completion !== 'claimed') return null;
  const when = claimedOn === null ? '' : ` on ${inWords(claimedOn)}`;
  return `Completion was claimed${when} with ${EVIDENCE[evidence] ?? `${evidence} pieces of evidence`}, and has not been verified`;
};

/** Each sign by itself, whatever weight a rule gives it. */
export const signsOf = (facts: ActionFacts, rule: ActionRule, asAt: string): Found => ({
  overdue: overdue(facts, asAt),
  'not-updated': notUpdated(facts, rule, asAt),
  'milestone-missed': milestoneMissed(facts, rule, asAt),
  'measure-off-target': offTarget(facts, rule, asAt),
  'measure-worsening': worsening(facts, rule, asAt),
  'due-moved-often': movedOften(facts, rule, asAt),
  'claimed-without-verified-evidence': claimedOnly(facts, rule, asAt),
});
