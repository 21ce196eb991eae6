import { figure, measure } from '../../test/support/a-dashboard-measure.js';
import { RULE as rule } from '../../test/support/rating-rule.js';
import { dashboardRow } from './dashboard-row.js';
import type { MonthlyDashboardRow } from './row.js';

const row = (more: Partial<MonthlyDashboardRow>) =>
  dashboardRow({ ...measure, ...more }, { period: '2017-11', rules: [rule], published: null });

describe('what deserves attention', () => {
  const percent: Partial<MonthlyDashboardRow> = { unit: 'percent', polarity: 'higher', baseline: null };
  const promised = (low: string) => [{ from: '2017-07', target: { text: `${low}%`, low, high: null } }];

  it.each<[string, Partial<MonthlyDashboardRow>, string[]]>([
    ['nothing', { figures: [figure('2017-10', '28'), figure('2017-11', '15')] }, []],
    ['newly red', { figures: [figure('2017-10', '28'), figure('2017-11', '28.6')] }, ['newly-red']],
    ['red for two months', {}, []],
    [
      'green and missed',
      { ...percent, targets: promised('90'), figures: [figure('2017-10', '37.3'), figure('2017-11', '57.2')] },
      ['rating-and-target-disagree'],
    ],
    [
      'red and met',
      { ...percent, targets: promised('90'), figures: [figure('2017-10', '97'), figure('2017-11', '95')] },
      // Nothing to rate it by in October, so red is no news.
      ['rating-and-target-disagree'],
    ],
    ['no figure', { figures: [] }, ['no-figure']],
    ['an older figure', { figures: [figure('2017-08', '30'), figure('2017-09', '29')] }, ['older-figure']],
  ])('%s', (_case, more, expected) => {
    expect(row(more).attention).toEqual(expected);
  });
});
