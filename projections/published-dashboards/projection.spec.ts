import { DashboardPublished } from '../../src/measures/published-dashboard/events.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { publishedDashboards } from './index.js';

const planId = '00000000-0000-4000-8000-000000000001';
const november = { planId, period: '2017-11' };
const committee = { publishedOn: '2018-01-16', source: 'Committee paper, Appendix 2' };
const board = { publishedOn: '2017-12-20', source: 'Board paper' };

projectionSpec(publishedDashboards, (given) => {
  it('says when a month was published, and in which paper', () =>
    given(DashboardPublished.of({ ...november, ...committee })).thenRow(`${planId}/2017-11`, {
      ...november,
      publishedOn: '2018-01-16',
      papers: [committee],
    }));

  it('dates a month by its first paper, even where that was recorded later', () =>
    given(
      DashboardPublished.of({ ...november, ...committee }),
      DashboardPublished.of({ ...november, ...board }),
    ).thenRow(`${planId}/2017-11`, { ...november, publishedOn: '2017-12-20', papers: [committee, board] }));
});
