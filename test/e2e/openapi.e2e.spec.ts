import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { startDemo, type Daybook } from '../support/app.js';

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
type ParameterObject = Exclude<NonNullable<OperationObject['parameters']>[number], { $ref: string }>;
type ResponseObject = Exclude<NonNullable<OperationObject['responses'][string]>, { $ref: string }>;

type Router = Readonly<{ stack: readonly { route?: { path: string; methods: Readonly<Record<string, boolean>> } }[] }>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const CARRIED_BY = /^(get|post|delete) \/api\/(docs|openapi\.json)/;

describe('the description of the API', () => {
  let daybook: Daybook;
  let document: OpenAPIObject;

  beforeAll(async () => {
    daybook = await startDemo();
    document = (await request(daybook.url).get('/api/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(() => daybook.stop());

  const operations = (): [string, OperationObject][] =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method): [string, OperationObject][] => {
        const operation = item[method];
        return operation ? [[`${method} ${path}`, operation]] : [];
      }),
    );
  const responses = (): [string, ResponseObject][] =>
    operations().flatMap(([name, operation]) =>
      Object.entries(operation.responses).map(([status, response]): [string, ResponseObject] => [
        `${name} ${status}`,
        response as ResponseObject,
      ]),
    );

  it('has every route under /api, and nothing else', () => {
    const { router } = daybook.app.getHttpAdapter().getInstance() as unknown as { router: Router };
    const routes = router.stack.flatMap(({ route }) =>
      METHODS.filter((method) => route?.methods[method] && route.path.startsWith('/api')).map(
        (method) => `${method} ${route!.path.replaceAll(/:(\w+)/g, '{$1}')}`,
      ),
    );
    const own = routes.filter((route) => !CARRIED_BY.test(route));
    expect(own.length).toBeGreaterThan(30);
    expect(
      operations()
        .map(([name]) => name)
        .sort(),
    ).toEqual([...new Set(own)].sort());
  });

  it('defines every shape that it names, and names every shape that it defines', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(document.components?.schemas ?? {}).sort());
  });

  it('says of each parameter what it is', () => {
    const parameters = operations().flatMap(([name, { parameters = [] }]) =>
      (parameters as ParameterObject[]).map((parameter): [string, unknown] => [
        `${name} ${parameter.name}`,
        parameter.schema,
      ]),
    );
    expect(parameters.filter(([, schema]) => !(schema as { type?: string } | undefined)?.type)).toEqual([]);
  });

  it('promises problem details for every error', () => {
    const errors = responses().filter(([name]) => /[45]\d\d$/.test(name));
    const other = errors.filter(([, { content }]) => Object.keys(content ?? {}).join() !== 'application/problem+json');
    expect(errors.length).toBeGreaterThan(operations().length);
    expect(other.map(([name]) => name)).toEqual([]);
  });

  it('promises one answer when all is well, with a body unless it is empty', () => {
    const good = responses().filter(([name]) => /2\d\d$/.test(name));
    expect(good).toHaveLength(operations().length);
    const without = good.filter(([, { content }]) => !content?.['application/json']?.schema).map(([name]) => name);
    expect(without.every((name) => name.endsWith('204'))).toBe(true);
  });

  it('keeps to the statuses that it promises', async () => {
    const promised = (name: string) =>
      responses()
        .filter(([of]) => of.startsWith(`${name} 2`))
        .map(([of]) => Number(of.slice(-3)));
    const admin = daybook.as('admin');
    const issued = await admin.post('/api/tokens', { label: 'a monthly sheet' });
    expect([issued.status]).toEqual(promised('post /api/tokens'));
    const { tokenId } = issued.body as { tokenId: string };
    const revoked = await request(daybook.url)
      .delete(`/api/tokens/${tokenId}`)
      .set('Authorization', 'Bearer demo-admin');
    expect([revoked.status]).toEqual(promised('delete /api/tokens/{tokenId}'));
    const changed = await admin.post('/api/people/quality/role', { role: 'quality', title: 'Head of quality' });
    expect([changed.status]).toEqual(promised('post /api/people/{userId}/role'));
    const action = { reference: 'A99', title: 'Try the description', theme: 1, planRefs: [], leadRole: 'Nobody' };
    const [{ planId }] = (await admin.get('/api/actions')).body as [{ planId: string }];
    const raised = await admin.post('/api/actions', { ...action, planId });
    expect([raised.status]).toEqual(promised('post /api/actions'));
  });

  it('is shown with its own styles, and with no script but ours', async () => {
    const page = await request(daybook.url).get('/api/docs').expect(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    const elsewhere = await request(daybook.url).get('/sign-in').expect(200);
    expect(elsewhere.headers['content-security-policy']).not.toContain('unsafe');
  });
});
