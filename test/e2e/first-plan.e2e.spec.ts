import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { readConfig } from '../../src/app.config.js';
import { createApp } from '../../src/app.js';
import { prepare } from '../../src/prepare.js';
import { freshPlace, type Place } from '../support/place.js';

/** What a council without a sample does first: everything over REST, on an empty log. */
describe('a plan of one’s own', () => {
  let place: Place;
  let app: NestExpressApplication;
  let url: string;
  let token: string;
  const send = (path: string, body: object) =>
    request(url).post(path).set('Authorization', `Bearer ${token}`).send(body);
  const read = async <T>(path: string) =>
    (await request(url).get(path).set('Authorization', `Bearer ${token}`).expect(200)).body as T;

  const plan = {
    title: 'Improvement plan',
    authority: 'Westshire',
    judgement: { label: 'Ofsted judgement', overall: 'inadequate', publishedOn: '2018-02-01', inspectedIn: '2017-12' },
    adoptedOn: '2018-03',
  };
  const measure = {
    name: 'Visits in time',
    section: 'Visits',
    theme: 1,
    planRefs: ['1a'],
    unit: 'percent',
    polarity: 'higher',
    definition: 'Statutory visits made within their limit, of those due.',
    order: 1,
    source: 'returned',
  };

  beforeAll(async () => {
    place = await freshPlace();
    const config = readConfig({ ...place.env, DAYBOOK_MODE: 'live', COUNCIL: 'Westshire' });
    app = await createApp(config, place.databaseUrl);
    const greeting = await prepare(app, config);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    const agent = request.agent(url);
    const [, setUp] = /token=([\w-]+)/.exec(greeting(url))!;
    const first = { userId: 'first.admin', title: 'Administrator', password: 'three random words' };
    await agent
      .post('/set-up')
      .type('form')
      .send({ ...first, token: setUp })
      .expect(303);
    await agent.post('/sign-in').type('form').send(first).expect(303);
    const page = (await agent.get('/tokens').expect(200)).text;
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page)![1]!;
    const issued = await agent.post('/tokens').type('form').send({ _csrf: csrf, label: 'setting up' }).expect(200);
    token = /<code[^>]*>([\w-]{20,})</.exec(issued.text)![1]!;
  });
  afterAll(async () => {
    await app.close();
    await place.drop();
  });

  it('is adopted, rated by its own rule, and measured', async () => {
    const { planId } = (await send('/api/plan', plan).expect(201)).body as { planId: string };
    const objectives = [{ number: 1, text: 'See every child in time' }];
    await send(`/api/plan/${planId}/objectives`, { objectives }).expect(200);
    const themes = [{ number: 1, name: 'Seeing children' }];
    const references = [{ reference: '1a', theme: 1, section: 'Visits' }];
    await send(`/api/plan/${planId}/themes`, { themes, references }).expect(200);
    const key = [{ brag: 'green', means: 'On track' }];
    await send(`/api/plan/${planId}/brag-key`, { key }).expect(200);
    const rule = {
      ...{ version: 1, from: '2018-03', compareWith: ['previous'], better: 'green', worse: 'red', same: null },
      ...{ targetIgnored: true, words: 'Against the month before.' },
    };
    await send(`/api/plan/${planId}/rating-rules`, { rule, adoptedOn: '2018-03-01' }).expect(200);
    expect(await read('/api/plan')).toEqual({
      ...plan,
      planId,
      kind: 'ofsted-improvement-plan',
      objectives,
      themes,
      references,
      bragKey: key,
      rules: [rule],
      actionRules: [],
    });

    const { measureId } = (await send('/api/measures', { ...measure, planId }).expect(201)).body as {
      measureId: string;
    };
    expect((await read<object[]>('/api/measures'))[0]).toMatchObject({ measureId, name: 'Visits in time' });
  });

  it('says what is wrong with it, and with what belongs to none', async () => {
    const { body } = await send('/api/plan', { ...plan, adoptedOn: 'spring' }).expect(422);
    expect((body as { errors: object[] }).errors).toMatchObject([{ field: 'adoptedOn' }]);
    const nowhere = '00000000-0000-4000-8000-00000000dead';
    const stray = await send(`/api/plan/${nowhere}/objectives`, { objectives: [{ number: 1, text: 'x' }] }).expect(404);
    expect((stray.body as { errors: object[] }).errors).toMatchObject([{ field: 'planId' }]);
  });
});
