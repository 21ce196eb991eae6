import { startDemo, type Daybook } from '../support/app.js';
import { signIn, words, type Visitor } from '../support/visitor.js';

type Dashboard = Readonly<{
  period: string;
  knownAt: string | null;
  freshness: { position: number; recordedAt: string };
  publishedOn: string | null;
  rows: readonly Readonly<Record<string, unknown>>[];
}>;
type Details = Readonly<{ status: number; errors: { field: string; detail: string }[] }>;
type Differences = Readonly<{ checked: number; rows: { row: number; differences: { field: string }[] }[] }>;
type OpenApi = Readonly<{ paths: Readonly<Record<string, Readonly<Record<string, { responses: object }>>>> }>;

describe('the dashboard of the whole application', () => {
  let daybook: Daybook;
  let reader: Visitor;

  const dashboard = async (query: string) =>
    (await daybook.as('inspector').get(`/api/dashboard?${query}`).expect(200)).body as Dashboard;

  beforeAll(async () => {
    daybook = await startDemo();
    reader = await signIn(daybook.url, 'board');
  });
  afterAll(() => daybook.stop());

  it('answers a row with everything a reader may ask of it', async () => {
    const { rows, knownAt, freshness } = await dashboard('period=2017-11');
    expect(rows).toHaveLength(94);
    expect(knownAt).toBeNull();
    expect(freshness).toEqual({ position: expect.any(Number) as number, recordedAt: expect.any(String) as string });
    expect(rows.find((row) => row.publishedRow === 11)).toMatchObject({
      planRefs: ['T8', '2a(i)'],
      theme: 1,
      measure: 'Average Caseload Numbers',
      breakdown: '0-25',
      unit: 'cases',
      polarity: 'lower',
      previous: { period: '2017-10', value: 16.8 },
      latest: { period: '2017-11', value: 22.5 },
      change: 5.7,
      direction: 'worse',
      baseline: { label: 'Ofsted judgement', value: 17.6 },
      target: { text: '12 to 16', low: 12, high: 16 },
      rating: 'R',
      againstTarget: 'missed',
      published: { change: 5.7, rating: 'R' },
      differences: [],
    });
  });

  it('opens with the newest published month; before any was published, with the newest that has figures', async () => {
    expect(await dashboard('')).toMatchObject({ period: '2017-11', publishedOn: '2018-01-16' });
    expect(await dashboard('knownAt=2017-12-01T00:00:00Z')).toMatchObject({ period: '2017-10', publishedOn: null });
    expect(words((await reader.open('/dashboard').expect(200)).text)).toContain('Improvement dashboard November 2017');
  });

  it('stays with the published month when a draft of the next one begins', async () => {
    const { rows } = await dashboard('period=2017-11');
    const id = rows.find((row) => row.publishedRow === 8)!.id as string;
    await daybook
      .as('performance')
      .post(`/api/measures/${id}/observations`, { period: '2017-12', value: '28' })
      .expect(200);
    expect((await dashboard('')).period).toBe('2017-11');
    expect(await dashboard('period=2017-12')).toMatchObject({ publishedOn: null });
  });

  it('says what was known of a month before it had a figure', async () => {
    const asked = '2017-12-01T09:00:00+00:00';
    const past = await dashboard(`period=2017-11&knownAt=${encodeURIComponent(asked)}`);
    expect(past.knownAt).toBe('2017-12-01T09:00:00.000Z');
    expect(Date.parse(past.freshness.recordedAt)).toBeLessThanOrEqual(Date.parse(asked));
    const row = past.rows.find(
      ({ measure, breakdown }) => measure === 'Average Caseload Numbers' && breakdown === '0-25',
    );
    expect(row).toMatchObject({ previous: null, latest: { period: '2017-10', value: 16.8 } });
    expect(row!.attention).toContain('older-figure');
    await reader
      .open('/dashboard?period=2017-11&knownAt=2017-12-01T09:00')
      .expect(200, /known on <strong>1 December 2017/);
  });

  it.each([
    ['period=2017-13', 422, 'Give the month like this: 2017-11. There are figures from August 2017 to'],
    ['period=latest', 422, 'There are figures from August 2017 to'],
    ['period=2017-11&period=2017-10', 422, 'Give the month like this'],
    ['period=2030-01', 422, 'There is no dashboard for January 2030. There are figures from August 2017 to'],
  ])('%s is refused with the months there are, on page and over REST', async (query, status, sentence) => {
    const { body } = await daybook.as('board').get(`/api/dashboard?${query}`).expect(status);
    expect((body as Details).errors).toMatchObject([
      { field: 'period', detail: expect.stringContaining(sentence) as string },
    ]);
    const page = await reader.open(`/dashboard?${query}`).expect(status);
    expect(words(page.text)).toContain(sentence);
    expect(page.text).toMatch(/govuk-error-summary[^]*<a href="#period">[^]*<input[^>]* id="period"/);
  });

  it('leads from a moment that is none to the box it was typed into', async () => {
    const page = await reader.open('/dashboard?knownAt=yesterday').expect(422);
    expect(page.text).toMatch(/id="knownAt-error"[^]*govuk-error-summary[^]*<a href="#knownAt">/);
  });

  it('says that nothing was known yet, and leads back to now', async () => {
    const page = await reader.open('/plan?knownAt=2010-01-01T00:00').expect(404);
    expect(words(page.text)).toContain('Nothing was known yet');
    expect(page.text).toContain('<a class="govuk-link" href="/plan">See this page as it is known now</a>');
  });

  it('narrows the page to what deserves attention; a mark that does not exist narrows nothing', async () => {
    const shown = async (attention: string) =>
      words((await reader.open(`/dashboard?period=2017-11&attention=${attention}`).expect(200)).text);
    expect(await shown('differs-from-published')).toContain('Showing 9 of 76 rows');
    expect(await shown('nothing-such')).not.toContain('Showing');
  });

  it('lists each difference from the printed page, and none for a month that was not printed', async () => {
    const { body } = await daybook.as('board').get('/api/differences?period=2017-11').expect(200);
    const { checked, rows } = body as Differences;
    expect(checked).toBe(94);
    expect(rows.map(({ row, differences }) => [row, differences.map(({ field }) => field)])).toEqual([
      [35, ['change']],
      [37, ['change', 'direction']],
      [38, ['change', 'direction']],
      [44, ['period']],
      [45, ['period']],
      [46, ['period']],
      [47, ['period']],
      [52, ['direction']],
      [60, ['change', 'direction']],
    ]);
    await daybook
      .as('board')
      .get('/api/differences?period=2017-10')
      .expect(422, /No dashboard was published/);
    await daybook
      .as('board')
      .get('/api/differences?period=x')
      .expect(422, /"field":"period"/);
    const page = words((await reader.open('/differences?period=2017-11').expect(200)).text);
    expect(page).toContain('9 printed rows disagree with their own figures');
    expect(page).toContain('48% less 53% is −5 points; -12% was printed.');
    const before = await reader.open('/differences?knownAt=2018-01-01T09:00').expect(200);
    expect(words(before.text)).toContain('No dashboard has been published up to this moment');
  });

  it('lets nobody in without a name', async () => {
    for (const path of ['/api/dashboard', '/api/differences', '/api/measures'])
      await daybook.as('board').get(path).set('Authorization', '').expect(401);
  });

  it('is described, with what it answers', async () => {
    const { body } = await daybook.as('board').get('/api/openapi.json').expect(200);
    const { paths } = body as OpenApi;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described).toEqual(
      expect.arrayContaining([
        'get /api/dashboard',
        'get /api/differences',
        'get /api/measures',
        'post /api/measures',
        'get /api/measures/{measureId}',
        ...['observations', 'corrections', 'targets', 'baseline', 'missing-figures'].map(
          (part) => `post /api/measures/{measureId}/${part}`,
        ),
      ]),
    );
    expect(JSON.stringify(paths['/api/dashboard']!.get!.responses)).toContain('DashboardAnswered');
  });
});
