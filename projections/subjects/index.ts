import { CouncilNamed, DaybookOpened } from '../../src/governance/daybook/events.js';
import { AccountOpened, RoleChanged } from '../../src/identity/account/events.js';
import { FileImported } from '../../src/importers/imported-file/events.js';
import type { AnyEventType, EventOf } from '../../src/kernel/event-type.js';
import { measureName } from '../../src/kernel/measure-name.js';
import { inWords } from '../../src/kernel/plain-date.js';
import { MeasureDefined } from '../../src/measures/measure/events.js';
import { DashboardPublished } from '../../src/measures/published-dashboard/events.js';
import { ActionParticularsChanged, ActionRaised } from '../../src/plan/action/events.js';
import { PlanAdopted } from '../../src/plan/plan/events.js';
import { defineProjection, when, type When } from '../kit/define-projection.js';
import { subjectsTable, type SubjectRow } from './row.js';

/** The event that gives a subject its name; which subject that is, the event itself says. */
const names = <E extends AnyEventType>(
  event: E,
  called: (data: EventOf<E>['data']) => Pick<SubjectRow, 'title' | 'planRefs'>,
): When<SubjectRow> =>
  when(
    event,
    (data) => {
      const { kind, id } = event.subject(data);
      return `${kind}/${id}`;
    },
    (_row, data) => {
      const { kind, id } = event.subject(data);
      return { kind, subjectId: id, ...called(data) };
    },
  );

/** The reference stands before the title, and stays. */
const withTitle = (called: string, from: string, to: string): string => called.slice(0, -from.length) + to;

export const subjects = defineProjection<SubjectRow>({
  name: 'subjects',
  answers: 'What is each subject called, and which plan references does it carry?',
  table: subjectsTable,
  whens: [
    names(PlanAdopted, ({ title }) => ({ title, planRefs: [] })),
    names(ActionRaised, ({ reference, title, planRefs }) => ({ title: `${reference} ${title}`, planRefs })),
    when(
      ActionParticularsChanged,
      ({ actionId }) => `action/${actionId}`,
      (row, { from, to }) =>
        row ? { ...row, title: withTitle(row.title, from.title, to.title), planRefs: to.planRefs } : null,
    ),
    names(MeasureDefined, ({ name, breakdown, planRefs }) => ({
      title: measureName(name, breakdown),
      planRefs,
    })),
    names(DashboardPublished, ({ period }) => ({ title: `Dashboard of ${inWords(period)}`, planRefs: [] })),
    names(FileImported, ({ fileName, sha256 }) => ({ title: `${fileName} (${sha256.slice(0, 8)})`, planRefs: [] })),
    names(AccountOpened, ({ userId, title }) => ({ title: `${title} (${userId})`, planRefs: [] })),
    names(RoleChanged, ({ userId, toTitle }) => ({ title: `${toTitle} (${userId})`, planRefs: [] })),
    names(DaybookOpened, ({ council }) => ({ title: `The log of ${council}`, planRefs: [] })),
    names(CouncilNamed, ({ to }) => ({ title: `The log of ${to}`, planRefs: [] })),
  ],
});
