import { startDemo, type Daybook } from '../support/app.js';
import { signIn, words } from '../support/visitor.js';

const AGREEMENT = {
  ...{ kind: 'management-agreement', title: 'Management agreement 2017-18', authority: 'A council' },
  adoptedOn: '2017-04',
};
const RULE = {
  ...{ version: 1, from: '2017-04-01', updateWithinDays: 92, movesAllowed: 0, dueSoonDays: 30 },
  ...{ signs: [{ sign: 'overdue', supports: 'amber' }], words: 'What is overdue is amber' },
};

describe('plans of every kind, side by side', () => {
  let daybook: Daybook;
  let planId: string;
  beforeAll(async () => {
    daybook = await startDemo();
    const performance = daybook.as('performance');
    planId = (await performance.post('/api/plan', AGREEMENT).expect(201)).body.planId;
    const to = (path: string, body: object) => performance.post(`/api/plan/${planId}/${path}`, body).expect(200);
    await to('themes', { themes: [{ number: 1, name: 'Safeguarding' }], references: [] });
    await to('brag-key', { key: [{ brag: 'green', means: 'Delivered in its quarter' }] });
    await to('action-rules', { rule: RULE, adoptedOn: '2017-04-01' });
    const action = { planId, reference: 'K03', theme: 1, planRefs: [], title: 'Tender again', dueOn: '2017-18 Q3' };
    await performance
      .post('/api/actions', { ...action, leadRole: 'Head of early help', dependsOn: ['CCG'] })
      .expect(201);
  }, 120_000);
  afterAll(() => daybook.stop());

  it('are listed with what is claimed and what is overdue, each by its own rule', async () => {
    const { text } = await (await signIn(daybook.url, 'board')).open('/plans').expect(200);
    expect(words(text)).toMatch(
      /Management agreement 2017-18 Management agreement A council None 1 in all · 1 not rated 1/,
    );
    expect(words(text)).toMatch(/Ofsted improvement plan .* 63 in all/);
  });

  it('are read over REST, all and one by one, now and as they were known', async () => {
    const board = daybook.as('board');
    const { body: plans } = await board.get('/api/plans').expect(200);
    expect(plans.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'management-agreement',
      'ofsted-improvement-plan',
    ]);
    expect((await board.get(`/api/plans/${planId}`).expect(200)).body).toMatchObject({
      judgement: null,
      actionRules: [RULE],
    });
    expect((await board.get('/api/plans?knownAt=2018-01-16T09:00:00Z').expect(200)).body).toHaveLength(1);
    await board.get('/api/plans/00000000-0000-4000-8000-000000000099').expect(404);
  });

  it('keep their actions apart, and rate them by their own rule and key', async () => {
    const board = daybook.as('board');
    const { body: own } = await board.get(`/api/actions?plan=${planId}`).expect(200);
    expect(own).toMatchObject([{ reference: 'K03', dependsOn: ['CCG'], standing: { rating: 'amber', overdue: true } }]);
    const visitor = await signIn(daybook.url, 'board');
    expect(words((await visitor.open(`/plans/${planId}`).expect(200)).text)).toContain('Delivered in its quarter');
    const page = words((await visitor.open(`/actions?plan=${planId}`).expect(200)).text);
    expect(page).toContain('1 of 1 actions');
    expect(page).toContain('quarter 3 of 2017-18 (October to December 2017)');
  });

  it('need a judgement only where they answer one', async () => {
    const { body } = await daybook
      .as('performance')
      .post('/api/plan', { ...AGREEMENT, kind: 'ofsted-improvement-plan' })
      .expect(422);
    expect(body.errors).toMatchObject([{ field: 'judgement', code: 'judgement-missing' }]);
  });
});
