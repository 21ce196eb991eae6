import type { AnyEventType, EventOf } from '../../src/kernel/event-type.js';
import { ActionRaised } from '../../src/plan/action/events.js';
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

export const subjects = defineProjection<SubjectRow>({
  name: 'subjects',
  answers: 'What is each subject called, and which plan references does it carry?',
  table: subjectsTable,
  whens: [
    names(PlanAdopted, ({ title }) => ({ title, planRefs: [] })),
    names(ActionRaised, ({ reference, title, planRefs }) => ({ title: `${reference} ${title}`, planRefs })),
  ],
});
