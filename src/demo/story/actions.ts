import type { RecordedCommand } from '../../event-store/command/command.js';
import { fill } from '../../event-store/command/fill.js';
import { bragOfLetter, type Brag } from '../../kernel/brag.js';
import { grouped } from '../../kernel/grouped.js';
import { idFrom } from '../../kernel/identifiers.js';
import { londonDay } from '../../kernel/plain-date.js';
import { NoteProgress, RaiseAction, RateAction } from '../../plan/action/commands.js';
import type { SampleAction, SamplePlan } from '../sample-files.js';
import { demoSender, london, momentAfter, type Moment } from './moment.js';
import { planIdOf } from './plan.js';

type Told = Readonly<{ at: string; actionId: string; command: RecordedCommand }>;

const actionIdOf = (plan: SamplePlan, { reference }: SampleAction): string =>
  idFrom('sample-action', planIdOf(plan), reference);

/** The actions are in force when Ofsted has confirmed the plan; until then nobody can have said anything about them. */
const raisedAt = (plan: SamplePlan): string => london(plan.confirmedByOfsted, '09:00');
const firstNoteAt = (plan: SamplePlan): string => london(plan.confirmedByOfsted, '17:00');

const raising = (plan: SamplePlan): Moment => ({
  at: raisedAt(plan),
  lanes: plan.actions.map((action) => {
    const { reference, theme, planRefs, title, leadRole, start, due } = action;
    const ids = { actionId: actionIdOf(plan, action), planId: planIdOf(plan) };
    const particulars = { reference, theme, planRefs, title, leadRole, startOn: start, dueOn: due };
    return [fill(RaiseAction, { ...ids, ...particulars }).by(demoSender('performance'))];
  }),
});

type Update = SampleAction['updates'][number];
const wordsOf = ({ text, source, basis }: Update): string =>
  `${text} (${source}${basis === 'inferred' ? '; the date is inferred' : ''})`;

/** The same words about the same action are the same request, so that an interrupted load says nothing twice. */
const byLead = (command: RecordedCommand): RecordedCommand =>
  command.by(demoSender('lead', idFrom('sample', JSON.stringify(command))));

const notesOf = (plan: SamplePlan, action: SampleAction): Told[] => {
  const actionId = actionIdOf(plan, action);
  const { completed, statusHint, source } = action;
  const notes = action.updates.map((update) => ({ asAt: update.date, note: wordsOf(update) }));
  if (completed) notes.push({ asAt: completed, note: `Completed (${source})` });
  if (statusHint === 'completed')
    notes.push({ asAt: REPORTED_ON, note: `Reported to the committee as completed (${source})` });
  return notes.map(({ asAt, note }) => ({
    ...{ actionId, at: laterOf(momentAfter(asAt), firstNoteAt(plan)) },
    command: byLead(fill(NoteProgress, { actionId, note, asAt })),
  }));
};

/** Where the paper gives a colour, the lead had rated the action when the paper's period ended. */
const ratingsOf = (plan: SamplePlan, action: SampleAction): Told[] => {
  const to = claimedRating(action);
  const update = to && action.updates.find(({ text }) => text.includes(to));
  if (!to || !update) return [];
  const actionId = actionIdOf(plan, action);
  const at = laterOf(momentAfter(update.date), firstNoteAt(plan));
  const command = fill(RateAction, { actionId, to, rationale: wordsOf(update), asAt: londonDay(at) });
  return [{ at, actionId, command: byLead(command) }];
};

/** `BRAG green (on track)` → green */
const claimedRating = ({ statusHint }: SampleAction): Brag | null =>
  bragOfLetter(/^BRAG (\w)/.exec(statusHint ?? '')?.[1]?.toUpperCase() ?? '');

const REPORTED_ON = '2018-01-16';
const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** The actions are raised, then noted and rated at the dates the papers give, oldest first. */
export const actionMoments = (plan: SamplePlan): Moment[] => {
  const told = plan.actions.flatMap((action) => [...notesOf(plan, action), ...ratingsOf(plan, action)]);
  const moments = [...grouped(told, ({ at }) => at)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [raising(plan), ...moments.map(([at, those]) => ({ at, lanes: lanesOf(those) }))];
};

/** One lane for each action: what is said about one action keeps its order. */
const lanesOf = (told: readonly Told[]): RecordedCommand[][] =>
  [...grouped(told, ({ actionId }) => actionId).values()].map((those) => those.map(({ command }) => command));
