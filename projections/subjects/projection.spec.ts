import { EXAMPLES } from '../../test/support/event-examples.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { MeasureDefined } from '../../src/measures/measure/events.js';
import { subjects } from './index.js';

const example = (type: string) => EXAMPLES.find((event) => event.type === type)!;
const [actionId, measureId, planId] = ['02', '03', '01'].map((end) => `6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a${end}`);

projectionSpec(subjects, (given) => {
  it('names an action by its reference', () =>
    given(example('ActionRaised')).thenRow(`action/${actionId}`, {
      kind: 'action',
      subjectId: actionId!,
      title: 'A12 See every child in time',
      planRefs: ['5b(ii)'],
    }));

  it('calls an action by its title of today, under the same reference', () =>
    given(example('ActionRaised'), example('ActionParticularsChanged')).thenRow(`action/${actionId}`, {
      kind: 'action',
      subjectId: actionId!,
      title: 'A12 See every child within ten days',
      planRefs: ['5b(ii)', '10a'],
    }));

  it('names a measure with its breakdown, if it has one', () => {
    const { data } = example('MeasureDefined') as ReturnType<typeof MeasureDefined.of>;
    const row = { kind: 'measure', subjectId: measureId!, title: 'Visits in time: Duty team', planRefs: ['5b(ii)'] };
    given(MeasureDefined.of(data)).thenRow(`measure/${measureId}`, row);
    given(MeasureDefined.of({ ...data, breakdown: null })).thenRow(`measure/${measureId}`, {
      ...row,
      title: 'Visits in time',
    });
  });

  it.each([
    ['PlanAdopted', 'plan', planId!, 'Getting to good'],
    ['DashboardPublished', 'published-dashboard', '2017-11', 'Dashboard of November 2017'],
    ['DaybookOpened', 'daybook', 'daybook', 'The log of Sample council'],
    ['CouncilNamed', 'daybook', 'daybook', 'The log of Anytown Council'],
    ['FileImported', 'import', '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a05', 'dashboard-2017-11.csv (b5b5b5b5)'],
    ['AccountOpened', 'account', 'board-chair', 'Improvement board member (board-chair)'],
  ])('knows by %s what a %s is called', (type, kind, subjectId, title) =>
    given(example(type)).thenRow(`${kind}/${subjectId}`, { kind, subjectId, title, planRefs: [] }),
  );

  it('calls somebody by their title of today', () =>
    given(example('AccountOpened'), example('RoleChanged')).thenRow('account/board-chair', {
      kind: 'account',
      subjectId: 'board-chair',
      title: 'Inspector (board-chair)',
      planRefs: [],
    }));
});
