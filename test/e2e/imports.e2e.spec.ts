import { readFileSync } from 'node:fs';
import request from 'supertest';
import type { Role } from '../../src/kernel/role.js';
import { startDemo, type Daybook } from '../support/app.js';

const originals = ['dashboard', 'supervision'].map((name) =>
  readFileSync(new URL(`data/${name}-2017-11.csv`, import.meta.url)),
);
const [dashboard, supervision] = originals as [Buffer, Buffer];
const PAPER = { publishedOn: '2018-01-16', source: 'Committee paper, appendix 2' };
const FIFTY_MB = 50 * 1024 * 1024;

/** The file with one cell of one printed row changed. */
const withCell = (file: Buffer, printedRow: number, from: string, to: string): Buffer =>
  Buffer.from(
    file
      .toString('utf8')
      .split('\n')
      .map((line) => (line.startsWith(`${printedRow},`) ? line.replace(from, to) : line))
      .join('\n'),
  );

let daybook: Daybook;
beforeAll(async () => {
  daybook = await startDemo();
});
afterAll(() => daybook.stop());

const send = (file: Buffer, query: Record<string, string> = {}, role: Role = 'performance') =>
  request(daybook.url)
    .post('/api/imports')
    .query({ ...PAPER, ...query })
    .set('Authorization', `Bearer demo-${role}`)
    .attach('file', file, 'original.csv');
const head = async (): Promise<number> => {
  const { body } = await request(daybook.url).get('/health');
  return body.details.log.position;
};
const recordsNothing = async (what: () => Promise<unknown>): Promise<void> => {
  const before = await head();
  await what();
  expect(await head()).toBe(before);
};

describe('a dry run', () => {
  it('says what would become of every row, with differences and their working, and records nothing', () =>
    recordsNothing(async () => {
      const { body } = await send(dashboard, { dryRun: 'true' }).expect(200);
      expect(body).toMatchObject({
        ...{ kind: 'published-dashboard', period: '2017-11', rows: 70, dryRun: true, already: false, position: null },
        ...{ recorded: 0, unchanged: 70, refused: 0 },
        ignored: ['page', 'change_glyph_ocr', 'baseline_glyph_ocr', 'source', 'source_ref'],
      });
      const differing = body.receipts.filter((r: { differences: [] }) => r.differences.length > 0);
      expect(differing.map((r: { printedRow: number }) => r.printedRow)).toEqual([35, 37, 38, 44, 45, 46, 47, 52, 60]);
      expect(differing[0].differences[0]).toMatchObject({ field: 'change', published: '-12%', computed: '−5 points' });
    }));

  it('says that another figure for a month will stand beside the one there is', () =>
    recordsNothing(async () => {
      const december = withCell(dashboard, 39, '2017-10,33,2017-11,66', '2017-11,65,2017-12,70');
      const { body } = await send(december, { dryRun: 'true', period: '2017-12' }).expect(200);
      const row = body.receipts.find((r: { printedRow: number }) => r.printedRow === 39);
      expect(row.outcome).toBe('recorded');
      expect(row.words).toEqual([
        'Recorded 65 for November 2017 beside 66',
        'Recorded 70 for December 2017',
        expect.stringMatching(/^Row 39 of the dashboard of December 2017 as printed/),
      ]);
    }));

  it('says which row the deciders would refuse, and why', () =>
    recordsNothing(async () => {
      const impossible = withCell(dashboard, 39, '2017-11,66', '2017-11,166');
      const { body } = await send(impossible, { dryRun: 'true' }).expect(200);
      expect(body.refused).toBe(1);
      const row = body.receipts.find((r: { printedRow: number }) => r.printedRow === 39);
      expect([row.outcome, row.words]).toEqual(['refused', ['A percentage must be between 0 and 100.']]);
    }));
});

describe('an import', () => {
  it('of what is known already records that it was looked at, and changes no figure', async () => {
    const before = await head();
    const { body } = await send(dashboard).expect(200);
    expect(body).toMatchObject({ already: false, recorded: 0, unchanged: 70 });
    const { events } = (await daybook.as('board').get(`/api/events?after=${before}&limit=100`)).body;
    expect(events.map((event: { type: string }) => event.type)).toEqual([
      'DashboardPublished',
      'FileImported',
      'ReceiptsKept',
    ]);
    expect(events[1].metadata.source).toBe(`import:${body.sha256}#dashboard!2-71`);
  });

  it('of the same file again records nothing and says so', () =>
    recordsNothing(async () => {
      const { body } = await send(dashboard).expect(200);
      expect(body).toMatchObject({ already: true, recorded: 0 });
    }));

  it('of the next month records its figures, each from its row, and keeps a receipt of each', async () => {
    const before = await head();
    const text = supervision.toString('utf8').replaceAll('2017-11', '2017-12').replace(',51,15,16,19', ',50,20,11,19');
    const { body } = await send(Buffer.from(text)).expect(200);
    expect(body).toMatchObject({ kind: 'supervision-return', period: '2017-12', rows: 6, recorded: 24, unchanged: 0 });

    const one = (await daybook.as('board').get(`/api/imports/${body.importId}`).expect(200)).body;
    expect(one).toMatchObject({
      importedBy: 'performance',
      recorded: 24,
      fileName: 'original.csv',
    });
    expect(one.receipts.slice(0, 2)).toMatchObject([
      { row: 2, printedRow: 16, measure: 'Case supervisions within 6 week target: Duty & Assessment: not due' },
      { row: 2, printedRow: 16, outcome: 'recorded', words: ['Recorded 20 for December 2017', expect.anything()] },
    ]);

    const series = (await daybook.as('board').get(`/api/events?after=${before}&limit=1000`)).body.events;
    const figures = series.filter((event: { type: string }) => event.type === 'ObservationRecorded');
    expect(figures).toHaveLength(24);
    const rows = new Set(figures.map((event: { metadata: { source: string } }) => event.metadata.source));
    expect([...rows].sort()).toEqual([2, 3, 4, 5, 6, 7].map((row) => `import:${body.sha256}#supervision!${row}`));
  });

  it('is listed, newest first', async () => {
    const { body } = await daybook.as('board').get('/api/imports').expect(200);
    expect(body.imports.map((one: { kind: string }) => one.kind)).toEqual([
      'supervision-return',
      'published-dashboard',
      'supervision-return',
      'published-dashboard',
    ]);
  });

  it('may be sent as text/csv', () =>
    recordsNothing(async () => {
      const { body } = await request(daybook.url)
        .post('/api/imports')
        .query({ ...PAPER, dryRun: 'true' })
        .set('Authorization', 'Bearer demo-performance')
        .set('Content-Type', 'text/csv')
        .send(dashboard.toString('utf8'))
        .expect(200);
      expect(body).toMatchObject({ already: true, rows: 70 });
    }));
});

describe('a file with a fault records nothing', () => {
  const errorsOf = async (file: Buffer, query = {}) => (await send(file, query).expect(422)).body.errors;

  it.each([
    [
      'a wrong number',
      withCell(dashboard, 39, '2017-11,66', '2017-11,abc'),
      'latest_value',
      /^Row \d+ \(published_row 39\), latest_value: "abc" is not a number/,
    ],
    [
      'a missing column',
      Buffer.from(dashboard.toString('utf8').replace('latest_value', 'newest_value')),
      'latest_value',
      /column latest_value is missing/,
    ],
    [
      'a row twice',
      Buffer.concat([dashboard, Buffer.from(dashboard.toString('utf8').split('\n')[40]! + '\n')]),
      'published_row',
      /stands in row 41 already/,
    ],
    ['no CSV', Buffer.from('<html></html>'), 'file', /web page/],
    [
      'a measure nobody defined',
      withCell(dashboard, 39, 'Timeliness of', 'Speed of'),
      'measure',
      /there is no measure "Speed of/,
    ],
    [
      'a figure that cannot be',
      withCell(dashboard, 39, '2017-11,66', '2017-11,166'),
      'file',
      /A percentage must be between 0 and 100/,
    ],
    [
      'a row printed otherwise before',
      withCell(dashboard, 39, '33,+33%', '34,+34%'),
      'file',
      /Row 39 was already recorded as printed/,
    ],
  ])('%s', (_what, file, field, says) =>
    recordsNothing(async () => {
      const errors = await errorsOf(file);
      expect(errors).toEqual([{ field, code: expect.anything(), detail: expect.stringMatching(says) }]);
    }),
  );

  it('whatever is missing beside it is told together with it', () =>
    recordsNothing(async () => {
      const errors = await errorsOf(Buffer.from(''), { publishedOn: 'soon', source: '' });
      expect(errors.map(({ field }: { field: string }) => field)).toEqual(['publishedOn', 'source', 'file']);
    }));

  it.each([
    ['a month before its figures', { period: '2017-10' }, 'period'],
    ['no month', { period: 'November' }, 'period'],
    ['a day of publication to come', { publishedOn: '2999-01-01' }, 'publishedOn'],
  ])('%s', (_what, query, field) =>
    recordsNothing(async () => {
      const errors = await errorsOf(withCell(dashboard, 39, '2017-11,66', '2017-11,67'), query);
      expect(errors).toEqual([{ field, code: expect.anything(), detail: expect.anything() }]);
    }),
  );

  it('nor does one of 50 MB, in a form or as text', () =>
    recordsNothing(async () => {
      const { body } = await send(Buffer.alloc(FIFTY_MB, 65)).expect(413);
      const tooLarge = 'The file is larger than 2 MB. Send fewer rows at once.';
      expect(body.errors).toEqual([{ field: 'file', code: 'file-too-large', detail: tooLarge }]);
      const raw = await request(daybook.url)
        .post('/api/imports')
        .set('Authorization', 'Bearer demo-performance')
        .set('Content-Type', 'text/csv')
        .send('A'.repeat(FIFTY_MB))
        .expect(413);
      expect((raw.body as { errors: unknown }).errors).toMatchObject([{ field: 'body', code: 'too-large' }]);
    }));

  it.each<Role>(['board', 'lead', 'quality', 'inspector', 'admin'])('nor may %s send one', async (role) => {
    await send(dashboard, {}, role).expect(403);
  });
});

describe('on pages', () => {
  const signIn = async () => {
    const agent = request.agent(daybook.url);
    await agent.post('/sign-in').type('form').send({ userId: 'performance', password: 'daybook-demo' });
    return agent;
  };
  const tokenIn = (page: string) => /name="_csrf" value="([^"]+)"/.exec(page)![1]!;

  it('what was typed beside a file survives a session that ended', async () => {
    const agent = request.agent(daybook.url);
    const ended = await agent
      .post('/imports')
      .set({ 'Sec-Fetch-Site': 'same-origin', Referer: `${daybook.url}/imports` })
      .field({ _csrf: 'old', publishedOn: '2018-03-01', source: 'Papers of March' })
      .attach('file', dashboard, 'dashboard.csv')
      .expect(401);
    expect(ended.text).toContain('we will bring back what you typed');
    const draft = /name="draft" value="([^"]*)"/.exec(ended.text)![1]!.replaceAll('&quot;', '"');
    const person = { userId: 'performance', password: 'daybook-demo' };
    await agent
      .post('/sign-in')
      .type('form')
      .send({ ...person, draft, next: '/imports' })
      .expect(303);
    expect((await agent.get('/imports').expect(200)).text).toContain('value="Papers of March"');
  });

  it('a file of 50 MB brings the form again, with what was typed', () =>
    recordsNothing(async () => {
      const agent = await signIn();
      const list = await agent.get('/imports').expect(200);
      const again = await agent
        .post('/imports')
        .field({ _csrf: tokenIn(list.text), publishedOn: '2018-03-01', source: 'Papers of March' })
        .attach('file', Buffer.alloc(FIFTY_MB, 65), 'large.csv')
        .expect(422);
      expect(again.text).toMatch(/govuk-error-summary[^]*<a href="#file">The file is larger than 2 MB/);
      expect(again.text).toContain('value="Papers of March"');
    }));

  it('a file is checked, confirmed, and its receipts can be taken away', async () => {
    const agent = await signIn();
    const list = await agent.get('/imports').expect(200);
    const january = Buffer.from(supervision.toString('utf8').replaceAll('2017-11', '2018-01'));
    const sent = await agent
      .post('/imports')
      .field({ _csrf: tokenIn(list.text), publishedOn: '2018-03-01', source: '=Paper <b>1</b>' })
      .attach('file', january, 'january.csv')
      .expect(303);
    const checking = await agent.get(sent.headers.location!).expect(200);
    expect(checking.text).toContain('24 to be recorded, 0 unchanged, 0 refused');
    expect(checking.text).toContain('=Paper &lt;b&gt;1&lt;/b&gt;');
    const confirmed = await agent
      .post(new URL(sent.headers.location!, daybook.url).pathname)
      .type('form')
      .send({ _csrf: tokenIn(checking.text), period: '2018-01', publishedOn: '2018-03-01', source: '=Paper <b>1</b>' })
      .expect(303);
    const receipt = await agent.get(confirmed.headers.location!).expect(200);
    expect(receipt.text).toContain('The file was imported');
    expect(receipt.text).toContain('24 recorded, 0 unchanged');
    const csv = await agent.get(`${confirmed.headers.location}/receipts.csv`).expect(200);
    expect(csv.text.split('\r\n')).toHaveLength(26);
    await agent.get(sent.headers.location!).expect(404);
  });

  it('a faulty file comes back with its faults and what was typed', async () => {
    const agent = await signIn();
    const list = await agent.get('/imports').expect(200);
    const answer = await agent
      .post('/imports')
      .field({ _csrf: tokenIn(list.text), publishedOn: '2018-01-16', source: 'My paper' })
      .attach('file', withCell(dashboard, 39, '2017-11,66', '2017-11,<i>x</i>'), 'faulty.csv')
      .expect(422);
    expect(answer.text).toContain('href="#file"');
    expect(answer.text).toContain('latest_value: &quot;&lt;i&gt;x&lt;/i&gt;&quot; is not a number');
    expect(answer.text).toContain('value="My paper"');
  });

  it('no file is asked for, beside its field', async () => {
    const agent = await signIn();
    const list = await agent.get('/imports').expect(200);
    const answer = await agent
      .post('/imports')
      .field({ _csrf: tokenIn(list.text), publishedOn: '' })
      .expect(422);
    expect(answer.text).toContain('Choose the CSV file that you want to import');
  });

  it('a form that is not ours is turned away', async () => {
    const agent = await signIn();
    await agent.post('/imports').field(PAPER).attach('file', dashboard, 'a.csv').expect(401);
  });
});
