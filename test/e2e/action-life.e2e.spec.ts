import { startDemo, type Daybook } from '../support/app.js';
import { signIn, words, type Visitor } from '../support/visitor.js';

const WHY = 'The new rota begins in April';
const DAY = '2018-01-15';

type Action = Readonly<{ actionId: string; planId: string; revision: number }> & Readonly<Record<string, unknown>>;
type Role = 'lead' | 'performance' | 'quality' | 'board';

describe('the life of an action', () => {
  let daybook: Daybook;
  let planId: string;
  beforeAll(async () => {
    daybook = await startDemo();
    const { body } = await daybook.as('board').get('/api/actions').expect(200);
    planId = body[0].planId;
  }, 120_000);
  afterAll(() => daybook.stop());

  const read = async (actionId: string, query = ''): Promise<Action> =>
    (await daybook.as('board').get(`/api/actions/${actionId}${query}`).expect(200)).body as Action;
  const send = (role: Role, actionId: string, path: string, body: object) =>
    daybook.as(role).post(`/api/actions/${actionId}/${path}`, body);
  const refused = async (role: Role, actionId: string, path: string, body: object) => {
    const { body: problem } = await send(role, actionId, path, body).expect(422);
    return (problem.errors as { field: string; code: string }[]).map(({ field, code }) => `${code} ${field}`);
  };
  let raisedSoFar = 0;
  const raise = async (changed: object = {}): Promise<string> => {
    raisedSoFar += 1;
    const body = {
      ...{ planId, reference: `N${raisedSoFar}`, theme: 4, planRefs: ['4a(iv)'], title: 'See every child in time' },
      ...{ leadRole: 'Head of duty', ownerId: 'lead', startOn: '2017-11', dueOn: '2018-03-31' },
      ...changed,
    };
    return (await daybook.as('performance').post('/api/actions', body).expect(201)).body.actionId as string;
  };
  const evidence = { title: 'Rota', kind: 'link', link: 'https://council.example/rota', describes: null };
  const attach = async (actionId: string): Promise<string> =>
    (await send('lead', actionId, 'evidence', evidence).expect(201)).body.evidenceId as string;
  const claimed = async (): Promise<{ actionId: string; evidenceId: string }> => {
    const actionId = await raise();
    const evidenceId = await attach(actionId);
    await send('lead', actionId, 'completion', {
      ...{ summary: 'Every child for three months', asAt: DAY, evidenceIds: [evidenceId] },
    }).expect(200);
    return { actionId, evidenceId };
  };
  const verifying = (evidenceId: string) => ({
    comment: 'Three months were looked at',
    asAt: DAY,
    evidenceIds: [evidenceId],
  });

  it('goes from raised to blue, and back, and never loses its first date', async () => {
    const { actionId, evidenceId } = await claimed();
    await send('performance', actionId, 'due-date', { to: '2018-19 Q1', agreedBy: 'the board', why: WHY }).expect(200);
    await send('quality', actionId, 'completion/verified', verifying(evidenceId)).expect(200);
    const blue = await read(actionId);
    expect(blue).toMatchObject({ rating: 'blue', completion: 'verified', verifiedBy: 'quality', claimedBy: 'lead' });
    expect(blue).toMatchObject({ dueOn: '2018-19 Q1', firstDueOn: '2018-03-31', standing: { rating: 'blue' } });
    await send('performance', actionId, 'reopened', { why: 'Visits were late again in April' }).expect(200);
    expect(await read(actionId)).toMatchObject({ rating: null, completion: 'open', moves: [{ from: '2018-03-31' }] });
  });

  it('derives what the facts support on the day that is asked for, with the working', async () => {
    const actionId = await raise({ dueOn: '2018-01-05' });
    await send('lead', actionId, 'rating', { to: 'green', rationale: 'Nearly there by now', asAt: DAY }).expect(200);
    expect(await read(actionId, '?asAt=2018-01-05')).toMatchObject({
      standing: { overdue: false, asAt: '2018-01-05' },
    });
    expect(await read(actionId, '?asAt=2018-01-16')).toMatchObject({
      standing: {
        ...{ rating: 'red', overdue: true, disputed: true },
        signs: [{ sign: 'overdue', supports: 'red', working: 'Due 5 January 2018: 11 days over' }],
      },
    });
    const { body } = await daybook.as('board').get('/api/actions?asAt=tomorrow').expect(422);
    expect(body.errors).toMatchObject([{ field: 'asAt' }]);
  });

  it('asks the owner to answer where more is claimed than the facts support', async () => {
    const actionId = await raise({ dueOn: '2018-01-05' });
    await send('lead', actionId, 'rating', { to: 'green', rationale: 'Nearly there by now', asAt: DAY }).expect(200);
    const lead = await signIn(daybook.url, 'lead');
    expect(words((await lead.open(`/actions/${actionId}`).expect(200)).text)).toContain('The owner is asked to answer');
    const form = await lead.form(`/actions/${actionId}/dispute`);
    await form.send({ answer: 'The last visit was on Monday', asAt: DAY }).expect(303);
    expect(words((await lead.open(`/actions/${actionId}`).expect(200)).text)).toContain('The last visit was on Monday');
    const again = await (
      await lead.form(`/actions/${actionId}/dispute`)
    )
      .send({ answer: 'short', asAt: DAY })
      .expect(422);
    expect(again.text).toContain('href="#answer"');
  });

  it('keeps steps, evidence and questions, whatever becomes of them', async () => {
    const actionId = await raise();
    const { body: step } = await send('lead', actionId, 'steps', {
      title: 'Train the night team',
      dueOn: '2018-02',
    }).expect(201);
    await send('lead', actionId, `steps/${step.stepId}/done`, { doneOn: DAY }).expect(200);
    const evidenceId = await attach(actionId);
    await send('lead', actionId, `evidence/${evidenceId}/withdrawn`, { why: 'It was another team' }).expect(200);
    const { body: asked } = await send('lead', actionId, 'escalations', {
      ...{ board: 'the improvement board', question: 'May an agency fill the post?', asAt: DAY },
    }).expect(201);
    await send('board', actionId, `escalations/${asked.escalationId}/answer`, { answer: 'Yes', asAt: DAY }).expect(200);
    expect(await read(actionId)).toMatchObject({
      steps: [{ doneOn: DAY, dropped: false }],
      evidence: [{ evidenceId, withdrawn: true }],
      escalations: [{ answer: 'Yes', answeredOn: DAY }],
    });
  });

  it('opens a form that is closed without its button, with the reason, and keeps what was typed meanwhile', async () => {
    const actionId = await raise();
    const lead = await signIn(daybook.url, 'lead');
    const none = await lead.open(`/actions/${actionId}/step-done`).expect(200);
    expect(words(none.text)).toContain('This cannot be done now. No step is left to do.');
    expect(none.text.slice(none.text.indexOf('<main'))).not.toContain('<form');
    const form = await lead.form(`/actions/${actionId}/risk`);
    await send('performance', actionId, 'withdrawn', { why: 'It is part of A14 now' }).expect(200);
    const late = await form.send({ risk: 'One visiting officer leaves', asAt: DAY }).expect(409);
    expect(words(late.text)).toContain('This action was withdrawn. Reopen it first.');
    expect(late.text).toContain('One visiting officer leaves');
    expect(late.text).not.toContain('Record the risk');
  });

  it('says what to choose where nothing was chosen', async () => {
    const actionId = await raise();
    await send('lead', actionId, 'steps', { title: 'Train the night team', dueOn: '2018-02' }).expect(201);
    const lead = await signIn(daybook.url, 'lead');
    const form = await lead.form(`/actions/${actionId}/step-done`);
    const { text } = await form.send({ doneOn: '' }).expect(422);
    const summary = words(text.slice(text.indexOf('error-summary'), text.indexOf('<h1')).replace(/^/, '<main'));
    expect(summary).toMatch(/Choose a step .*Done on must be a date/);
    expect(text).toContain('href="#stepId"');
  });

  it('takes the word of nobody for what the facts support', async () => {
    const actionId = await raise();
    await send('lead', actionId, 'rating', { to: 'green', rationale: 'Nearly there by now', asAt: DAY }).expect(200);
    const answer = { answer: 'The last visit was on Monday', asAt: DAY };
    expect(await refused('lead', actionId, 'disputes', { ...answer, derived: 'red' })).toEqual(['no-dispute derived']);
  });

  describe('refuses', () => {
    it.each([
      ['a rating without a rationale', 'rating', { to: 'red', rationale: '', asAt: DAY }, ['isString rationale']],
      [
        'blue before it was verified',
        'rating',
        { to: 'blue', rationale: 'All done by now', asAt: DAY },
        ['blue-needs-verification to'],
      ],
      [
        'a due date before the start',
        'due-date',
        { to: '2017-10-31', agreedBy: 'the board', why: WHY },
        ['due-before-start to'],
      ],
      ['a date that is none', 'due-date', { to: '2018-02-30', agreedBy: 'the board', why: WHY }, ['isDue to']],
      ['a quarter that is none', 'due-date', { to: '2017-19 Q1', agreedBy: 'the board', why: WHY }, ['isDue to']],
      ['a link that runs a script', 'evidence', { ...evidence, link: 'javascript:alert(1)' }, ['isWebLink link']],
      [
        'a link with a password in it',
        'evidence',
        { ...evidence, link: 'https://me:secret@council.example/' },
        ['isWebLink link'],
      ],
      ['evidence that is neither link nor file', 'evidence', { ...evidence, link: null }, ['evidence-missing link']],
      [
        'a claim with evidence that is not attached',
        'completion',
        { summary: 'Every child in time', asAt: DAY, evidenceIds: ['00000000-0000-4000-8000-000000000001'] },
        ['no-such-evidence evidenceIds'],
      ],
    ])('%s', async (_what, path, body, errors) => {
      const actionId = await raise();
      const before = (await read(actionId)).revision;
      const codes = (await refused('lead', actionId, path, body)).map((error) => error.split(' ')[1]);
      expect(codes).toEqual(errors.map((error) => error.split(' ')[1]));
      expect((await read(actionId)).revision).toBe(before);
    });

    it('verifying one’s own claim, and verifying without evidence', async () => {
      const actionId = await raise({ ownerId: 'quality' });
      const evidenceId = await attach(actionId);
      await send('lead', actionId, 'completion', { summary: 'Every child in time', asAt: DAY, evidenceIds: [] }).expect(
        200,
      );
      expect(await refused('quality', actionId, 'completion/verified', verifying(evidenceId))).toEqual(['own-action ']);
      expect(
        await refused('performance', actionId, 'completion/verified', { ...verifying(evidenceId), evidenceIds: [] }),
      ).toEqual(['no-evidence evidenceIds']);
    });

    it('an owner who has left, and one whom nobody knows', async () => {
      const admin = daybook.as('admin');
      await admin.post('/api/people', { userId: 'short.stay', title: 'Agency manager', role: 'lead' }).expect(200);
      await admin.post('/api/people/short.stay/close', { why: 'The contract has ended' }).expect(204);
      const actionId = await raise();
      const to = (ownerId: string) => refused('performance', actionId, 'owner', { ownerRole: 'Head of duty', ownerId });
      expect(await to('short.stay')).toEqual(['owner-has-left ownerId']);
      expect(await to('never.was')).toEqual(['no-such-person ownerId']);
    });

    it('whoever may not, in words, and nobody gets further by the address', async () => {
      const { actionId, evidenceId } = await claimed();
      await send('lead', actionId, 'completion/verified', verifying(evidenceId)).expect(403);
      const lead = await signIn(daybook.url, 'lead');
      await lead.open(`/actions/${actionId}/verify`).expect(403);
      const page = words((await lead.open(`/actions/${actionId}`).expect(200)).text);
      expect(page).toContain('Verify completion : The performance team and quality assurance do this.');
    });

    it('the second of two edits at once, and says what the first did', async () => {
      const actionId = await raise();
      const [one, other]: Visitor[] = [await signIn(daybook.url, 'lead'), await signIn(daybook.url, 'performance')];
      const first = await one!.form(`/actions/${actionId}/due`);
      const second = await other!.form(`/actions/${actionId}/due`);
      await first.send({ to: '2018-04-30', agreedBy: 'the board', why: WHY }).expect(303);
      const conflict = await second.send({ to: '2018-06-30', agreedBy: 'the committee', why: WHY }).expect(409);
      expect(words(conflict.text)).toContain('Moved the due date from 31 March 2018 to 30 April 2018');
      expect(conflict.text).toContain('value="the committee"');
    });

    it('an action that is moved to another plan', async () => {
      const key = { 'Idempotency-Key': 'raise-once' };
      const body = { planId, reference: 'M1', theme: 4, planRefs: [], title: 'See every child', dueOn: null };
      await daybook.as('performance').post('/api/actions', body).set(key).expect(201);
      const moved = { ...body, planId: '00000000-0000-4000-8000-000000000099' };
      const { body: problem } = await daybook.as('performance').post('/api/actions', moved).set(key).expect(422);
      expect(problem.errors[0].code).toMatch(/idempotency-key-reused|action-in-another-plan/);
    });
  });
});
