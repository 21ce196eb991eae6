import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import request from 'supertest';
import { DEMO_PASSWORD, demoToken } from '../../src/identity/demo-accounts.js';
import { ROLES } from '../../src/kernel/role.js';
import { startProgram, type Program } from '../support/daybook-process.js';
import { freshLog, type TestLog } from '../support/log.js';
import { until, untilGone } from '../support/processes.js';

jest.setTimeout(120_000);

const COUNCIL = 'Anytown Council';
const FIRST = { userId: 'systems.admin', title: 'Systems administrator', password: 'three random words' };
const LINK = /make the first account: (\S+)/;

/** One folder and one log through their whole life: each test finds it as the one before has left it. */
describe('Daybook for real', () => {
  let base = '';
  let dataDir = '';
  let running: Program[] = [];
  let log: TestLog;

  beforeAll(async () => {
    log = await freshLog();
    base = mkdtempSync(join(tmpdir(), 'daybook-live-'));
    dataDir = join(base, 'data');
  });
  afterEach(async () => {
    for (const program of running) program.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    running = [];
  });
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
    log.stop();
  });

  const start = (env: NodeJS.ProcessEnv = {}): Program => {
    const here = { DAYBOOK_MODE: 'live', DATA_DIR: dataDir, PORT: '0', ...log.env };
    const program = startProgram('src/main.ts', [], { ...here, ...env });
    running.push(program);
    return program;
  };
  const opened = async (program: Program): Promise<string> => {
    const [, url] = await program.says(/ is open at (http:\S+)/);
    return url!;
  };
  /** The last words of a program that would not start. */
  const refusal = async (env: NodeJS.ProcessEnv): Promise<string> => {
    const program = start(env);
    expect(await program.ended).toEqual({ code: 1, signal: null });
    return program.output().trim();
  };
  const lock = () => join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const databaseProcess = (): number => Number(readFileSync(lock(), 'utf8').split('\n')[0]);
  const signIn = (agent: ReturnType<typeof request.agent>, userId: string, password: string) =>
    agent.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send({ userId, password });

  it('opens an empty log without a name, and nobody can sign in', async () => {
    const program = start();
    const url = await opened(program);
    expect(program.output()).toContain("Daybook of Children's services is open at");
    expect(program.output()).not.toContain(DEMO_PASSWORD);
    await request(url).get('/health').expect(200);
    const agent = request.agent(url);
    await signIn(agent, 'admin', DEMO_PASSWORD).expect(422);
    await agent.get('/people').expect(303);
    for (const role of ROLES)
      await request(url)
        .get('/api/me')
        .set('Authorization', `Bearer ${demoToken(role)}`)
        .expect(401);
    expect((await request(url).get('/sign-in').expect(200)).text).not.toContain(DEMO_PASSWORD);
  });

  it('takes its name when it is told, and the newest link makes the administrator', async () => {
    const program = start({ COUNCIL });
    const url = await opened(program);
    expect(program.output()).toContain(`Daybook of ${COUNCIL} is open at`);
    const [, link = ''] = await program.says(LINK);
    const token = new URL(link).searchParams.get('token')!;
    expect(link).toBe(`${url}/set-up?token=${token}`);

    const agent = request.agent(url);
    expect((await agent.get(`/set-up?token=${token}`).expect(200)).text).toContain('Open the first account');
    const setUp = () =>
      agent
        .post('/set-up')
        .set('Sec-Fetch-Site', 'same-origin')
        .type('form')
        .send({ token, ...FIRST });
    await setUp().expect(303).expect('Location', '/sign-in?said=password-set');
    await setUp().expect(404);
    await signIn(agent, FIRST.userId, FIRST.password).expect(303);
    expect((await agent.get('/people').expect(200)).text).toContain(FIRST.userId);
    await request(url).get('/health').expect(200);
  });

  it('keeps its name and its account, prints no further link, and is stopped by Ctrl-C, however often', async () => {
    const program = start();
    const url = await opened(program);
    expect(program.output()).toContain(`Daybook of ${COUNCIL} is open at`);
    expect(program.output()).not.toMatch(LINK);
    await signIn(request.agent(url), FIRST.userId, FIRST.password).expect(303);
    const database = databaseProcess();
    program.kill('SIGINT');
    program.kill('SIGINT');
    expect(await program.ended).toMatchObject({ code: 0 });
    await untilGone(database);
    expect(existsSync(lock())).toBe(false);
  });

  it('leaves no database behind when Ctrl-C comes while it starts', async () => {
    const program = start();
    await until(() => existsSync(lock()));
    const database = databaseProcess();
    program.kill('SIGINT');
    await program.ended;
    await untilGone(database);
    expect(program.output()).not.toContain('is open at');
  });

  it('tells a second start who has the folder, and goes on', async () => {
    const first = start();
    const url = await opened(first);
    expect(await refusal({})).toBe(
      `Daybook did not start. ${dataDir} is in use by another Daybook (process ${first.pid}). Stop it, or set DATA_DIR to another folder.`,
    );
    await request(url).get('/health').expect(200);
  });

  it('says that the port is taken before it does anything else', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const elsewhere = join(base, 'elsewhere');
    expect(await refusal({ PORT: String(port), DATA_DIR: elsewhere })).toBe(
      `Daybook did not start. Port ${port} is taken. Stop what listens there, or set PORT to another number.`,
    );
    expect(existsSync(elsewhere)).toBe(false);
    await new Promise((closed) => other.close(closed));
  });

  it('says that an address is not of this machine', async () =>
    // Set aside for examples (RFC 5737), so no machine has it.
    expect(await refusal({ HOST: '192.0.2.1' })).toBe(
      'Daybook did not start. This machine does not have the address 192.0.2.1. Remove HOST, or correct it.',
    ));

  it('is no place for a demonstration', async () => {
    expect(await refusal({ DAYBOOK_MODE: 'demo' })).toBe(
      'Daybook did not start. This log is a live one. Start with DAYBOOK_MODE=live, or choose another log: another DATA_DIR, DATABASE_URL or EVENTSTORE_URL.',
    );
    expect(existsSync(lock())).toBe(false);
  });

  it('lets a demonstration listen on this machine only', async () => {
    expect(await refusal({ DAYBOOK_MODE: 'demo', HOST: '0.0.0.0', DATA_DIR: join(base, 'demo') })).toBe(
      'Daybook did not start. DAYBOOK_MODE=demo has well-known passwords and listens on this machine only, not on HOST=0.0.0.0. Remove HOST, or set DAYBOOK_MODE=live.',
    );
    expect(existsSync(join(base, 'demo'))).toBe(false);
  });
});
