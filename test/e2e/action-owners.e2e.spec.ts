import { startDemo, type Daybook } from '../support/app.js';
import { signIn, words } from '../support/visitor.js';

type Problem = Readonly<{ errors: readonly Readonly<{ field: string; code: string }>[] }>;

/** What only the running application can know: accounts are kept in another room than actions. */
describe('who owns an action', () => {
  let daybook: Daybook;
  let planId: string;
  beforeAll(async () => {
    daybook = await startDemo();
    ({ planId } = (await daybook.as('lead').get('/api/plan').expect(200)).body as { planId: string });
    const account = { userId: 'duty.manager', title: 'Duty manager', role: 'lead' };
    await daybook.as('admin').post('/api/people', account).expect(200);
  }, 120_000);
  afterAll(() => daybook.stop());

  let next = 0;
  const raise = (body: object) => {
    next += 1;
    const action = { planId, reference: `X${next}`, theme: 1, planRefs: [], title: 'Decide on every contact' };
    return daybook.as('performance').post('/api/actions', { ...action, ...body });
  };
  const problemOf = ({ body }: { body: unknown }) => (body as Problem).errors.map(({ field, code }) => [field, code]);

  it('is somebody with an account, or a role alone', async () => {
    await raise({ leadRole: 'Head of duty', ownerId: 'duty.manager' }).expect(201);
    await raise({ leadRole: 'Head of duty' }).expect(201);
  });

  it('is nobody whom Daybook does not know', async () =>
    expect(problemOf(await raise({ ownerId: 'nobody.here' }).expect(422))).toEqual([['ownerId', 'no-such-person']]));

  it('is nobody who has left; and what they were given before stays theirs', async () => {
    const { body } = await raise({ ownerId: 'duty.manager' }).expect(201);
    await daybook.as('admin').post('/api/people/duty.manager/close', { why: 'Moved to another council' }).expect(204);
    expect(problemOf(await raise({ ownerId: 'duty.manager' }).expect(422))).toEqual([['ownerId', 'owner-has-left']]);
    await daybook
      .as('lead')
      .get(`/api/actions/${(body as { actionId: string }).actionId}`)
      .expect(200);
  });

  it('may have until a quarter ends, or for ever, and the page says so in words', async () => {
    const board = await signIn(daybook.url, 'board');
    const { body } = await raise({ startOn: '2017-18 Q2', dueOn: '2017-18 Q4' }).expect(201);
    const page = words((await board.open(`/actions/${(body as { actionId: string }).actionId}`).expect(200)).text);
    expect(page).toContain('quarter 2 of 2017-18 (July to September 2017)');
    expect(page).toContain('quarter 4 of 2017-18 (January to March 2018)');
    await raise({ dueOn: 'ongoing' }).expect(201);
    expect(problemOf(await raise({ dueOn: '2017-19 Q4' }).expect(422))).toEqual([['dueOn', 'isDue']]);
    expect(problemOf(await raise({ startOn: '2018-04', dueOn: '2018-03' }).expect(422))).toEqual([
      ['dueOn', 'due-before-start'],
    ]);
  });

  it('cannot call it blue before somebody else has seen the evidence', async () => {
    const { body } = await raise({}).expect(201);
    const rating = { to: 'blue', rationale: 'Everything was done', asAt: '2018-01-10' };
    const { actionId } = body as { actionId: string };
    const refused = await daybook.as('lead').post(`/api/actions/${actionId}/rating`, rating).expect(422);
    expect(problemOf(refused)).toEqual([['to', 'blue-needs-verification']]);
  });
});
