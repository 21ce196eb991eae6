import type { BoardAction } from '../../../projections/action-board/query.js';
import type { PlanOutlineRow } from '../../../projections/plan-outline/row.js';
import { ACTION } from '../../../test/support/an-action.js';
import { CSV_HEADINGS, csvRows } from './csv.js';
import { filterOf } from './filter.js';
import { actionsView } from './view.js';

const standing = {
  derived: { rating: 'green', signs: [], working: ['Nothing speaks against it'] },
  ...{ disputed: false, overdue: false, dueSoon: false, updated: true, asAt: '2018-01-16' },
} as const;
const action = (reference: string, changed: Partial<BoardAction> = {}): BoardAction => ({
  ...ACTION,
  ...{
    reference,
    actionId: `id-of-${reference}`,
    firstDueOn: ACTION.dueOn,
    moves: [],
    raisedOn: '2018-01-02',
    revision: 0,
  },
  ...{ rating: 'green', rationale: null, ratedAsAt: null, lastUpdateOn: null, lastNote: null, lastNoteAsAt: null },
  ...{ risk: null, riskAsAt: null, dispute: null, steps: [], evidence: [], escalations: [], completion: 'open' },
  ...{ claim: null, verifiedAsAt: null, verifiedBy: null, withdrawnWhy: null, standing, measures: [] },
  ...changed,
});
const red = {
  rating: 'red',
  signs: [{ sign: 'overdue', supports: 'red', working: 'Due: 1 day over' }],
  working: [],
} as const;
const late = { ...standing, derived: red, overdue: true, disputed: true };

const plan = {
  themes: [
    { number: 2, name: 'Two' },
    { number: 4, name: 'Four' },
  ],
} as unknown as PlanOutlineRow;
const actions = [
  action('A2', { theme: 4, dueOn: null, ownerId: 'front.door' }),
  action('A10', { theme: 4, rating: null, leadRole: null, ownerId: null, dueOn: '2018-01', standing: late }),
  action('A1', {
    theme: 2,
    rating: 'blue',
    completion: 'verified',
    planRefs: ['2a'],
    ownerId: 'someone',
    dueOn: '2017-18 Q3',
  }),
  action('A3', { theme: 2, rating: 'red', leadRole: 'Head of duty', standing: { ...standing, updated: false } }),
];
const view = (query: Record<string, unknown> = {}, person = 'someone') =>
  actionsView(plan, actions, { filter: filterOf(query), person, asAt: '2018-01-16' });
const shown = (query: Record<string, unknown>, person?: string) =>
  view(query, person).themes.flatMap((theme) => theme.actions.map(({ reference }) => reference));

describe('the action board', () => {
  it('shows every action by theme, in the order of the references, whatever has become of it', () => {
    expect(shown({})).toEqual(['A1', 'A3', 'A2', 'A10']);
    expect(view()).toMatchObject({ shown: 4, all: 4, unknown: null });
  });

  it.each([
    [{ theme: '2' }, ['A1', 'A3']],
    [{ rating: 'red' }, ['A3']],
    [{ rating: 'unrated' }, ['A10']],
    [{ derived: 'red' }, ['A10']],
    [{ owner: 'Head of duty' }, ['A3']],
    [{ reference: '2a' }, ['A1']],
    [{ state: 'verified' }, ['A1']],
    [{ show: 'overdue' }, ['A10']],
    [{ show: 'disputed' }, ['A10']],
    [{ show: 'not-updated' }, ['A3']],
    [{ show: 'soon' }, []],
    [{ mine: 'yes' }, ['A1']],
    [{ theme: '4', derived: 'green' }, ['A2']],
    [{ theme: '99' }, []],
    [{ theme: ['2'] }, ['A1', 'A3', 'A2', 'A10']],
  ])('narrows it down to %j', (query, references) => expect(shown(query)).toEqual(references));

  it('says when there is no such list', () => {
    expect(view({ show: 'urgent' })).toMatchObject({ unknown: 'urgent', shown: 0 });
  });

  it.each([
    ['due', ['A1', 'A3', 'A10', 'A2']],
    ['owner', ['A3', 'A1', 'A2', 'A10']],
    ['rating', ['A3', 'A1', 'A10', 'A2']],
    ['derived', ['A1', 'A3', 'A10', 'A2']],
    ['nonsense', ['A1', 'A3', 'A2', 'A10']],
  ])('is ordered within each theme by %s', (sort, references) => expect(shown({ sort })).toEqual(references));

  it('counts what deserves attention over the whole plan, whatever is filtered', () => {
    const counts = (query: object) => view({ ...query }).attention.map(({ value, count }) => [value, count]);
    const all = [
      ['overdue', 1],
      ['soon', 0],
      ['not-updated', 1],
      ['disputed', 1],
    ];
    expect(counts({})).toEqual(all);
    expect(counts({ theme: '2' })).toEqual(all);
    expect(view({}).mine).toEqual({ count: 1, asked: false });
  });
});

describe('the board as a file', () => {
  it('has a cell under every heading, and says as at when', () => {
    const rows = csvRows(actions, '2018-01-16T09:30:00Z');
    for (const row of rows) expect(row).toHaveLength(CSV_HEADINGS.length);
    expect(rows[1]!.slice(-7)).toEqual([
      'red',
      'Due: 1 day over',
      'yes',
      'open',
      null,
      '2018-01-16',
      '2018-01-16T09:30:00Z',
    ]);
  });
});
