import { idFrom } from '../../src/kernel/identifiers.js';
import { startDemo, type Daybook } from '../support/app.js';
import { hiddenFields, signIn, words, type Visitor } from '../support/visitor.js';

type Said = Readonly<{ by: string; at: string; source: string; eventId: string }>;
type Measure = Readonly<{
  measureId: string;
  planId: string;
  name: string;
  breakdown: string | null;
  latest: { period: string; value: number } | null;
  revision: number;
  figures: readonly {
    period: string;
    ordinal: number;
    value: number;
    text: string;
    recorded: Said;
    contradicts: { standing: number; why: string } | null;
    corrections: readonly { was: number; value: number; why: string; corrected: Said }[];
  }[];
  missing: readonly { period: string; reason: string }[];
}>;
type Row = Readonly<{
  id: string;
  publishedRow: number;
  previous: { value: number } | null;
  latest: { value: number };
}>;
type Details = Readonly<{
  status: number;
  type: string;
  detail: string;
  errors: { field: string; detail: string }[];
  since: { type: string; data: object }[];
}>;

const why = 'Two assessments were counted in the wrong month';
const hostile = '<img src=x onerror=alert(1)> & "counted" twice';
const ABSENT = idFrom('a measure that nobody defined');

describe('measures of the whole application', () => {
  let daybook: Daybook;
  let analyst: Visitor;
  let rows: ReadonlyMap<number, string>;

  const api = () => daybook.as('performance');
  const idOfRow = (row: number) => rows.get(row)!;
  const measure = async (id: string, query = '') =>
    (await daybook.as('board').get(`/api/measures/${id}${query}`).expect(200)).body as Measure;
  const problem = async (path: string, body: object, status: number) => {
    const answer = await api()
      .post(path, body)
      .expect(status)
      .expect('Content-Type', /problem\+json/);
    return answer.body as Details;
  };
  const head = async () => {
    const { body } = await daybook.as('board').get('/api/events?limit=1').expect(200);
    return (body as { head: number }).head;
  };

  beforeAll(async () => {
    daybook = await startDemo();
    analyst = await signIn(daybook.url, 'performance');
    const { body } = await api().get('/api/dashboard?period=2017-11').expect(200);
    rows = new Map((body as { rows: Row[] }).rows.map(({ publishedRow, id }) => [publishedRow, id]));
  });
  afterAll(() => daybook.stop());

  describe('reading', () => {
    it('lists all 94, and each by itself with who gave every figure, when and from where', async () => {
      const all = (await daybook.as('board').get('/api/measures').expect(200)).body as Measure[];
      expect(all).toHaveLength(94);
      const { figures, ...one } = await measure(idOfRow(29));
      expect(one).toMatchObject({ name: 'Timeliness of assessment', latest: { period: '2017-11', value: 57.2 } });
      expect(figures.map(({ period, text, recorded: { by } }) => [period, text, by])).toEqual([
        ['2017-10', '37.3', 'performance'],
        ['2017-11', '57.2', 'performance'],
      ]);
      expect(figures.map(({ recorded: { source } }) => source)).toEqual([
        'demo',
        expect.stringMatching(/^import:[0-9a-f]{64}#/),
      ]);
      const { eventId } = figures[0]!.recorded;
      await daybook
        .as('board')
        .get(`/api/audit-trail/${eventId}`)
        .expect(200, /"ObservationRecorded"/);
    });

    it('shows two figures for one month side by side, with why both stand', async () => {
      const id = idOfRow(44);
      const { figures } = await measure(id);
      expect(figures.map(({ ordinal, value, contradicts }) => [ordinal, value, contradicts?.standing])).toEqual([
        [0, 0.9, undefined],
        [1, 1.6, 0.9],
      ]);
      const page = words((await analyst.open(`/measures/${id}`).expect(200)).text);
      expect(page).toContain('2 figures for October 2017');
      expect(page).toContain(figures[1]!.contradicts!.why);
    });

    it('shows on its page what it counts, where it stands, its chart and its targets', async () => {
      const { text } = await analyst.open(`/measures/${idOfRow(29)}`).expect(200);
      expect(words(text)).toContain('Share of child and family assessments finished in the month');
      expect(words(text)).toContain('90% since November 2017');
      expect(words(text)).toContain('Imported from row 24 of dashboard');
      expect(text).toContain('role="img"');
      expect(text).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
    });

    it('shows at a past moment what was promised and given by then, and nothing since', async () => {
      const { text } = await analyst.open(`/measures/${idOfRow(29)}?knownAt=2018-01-10T09:00`).expect(200);
      expect(words(text)).toContain('Target None set');
      expect(words(text)).toContain('October 2017 37.3%');
      expect(words(text)).not.toContain('November 2017 57.2%');
    });

    it('filters the list by theme and plan reference, and says so when nothing fits', async () => {
      const shown = async (query: string) => words((await analyst.open(`/measures${query}`).expect(200)).text);
      expect(await shown('')).toContain('94 of 94 measures');
      expect(await shown('?theme=5')).toContain('18 of 94 measures');
      expect(await shown('?reference=4a(iv)')).toContain('2 of 94 measures');
      expect(await shown('?theme=5&reference=4a(iv)')).toContain('No measure fits');
    });

    it.each(['/measures/', '/api/measures/'])('%s: one that is not there is not found, in words', async (path) => {
      for (const id of [ABSENT, 'abc']) {
        const open = path.startsWith('/api') ? api().get(path + id) : analyst.open(path + id);
        expect((await open.expect(404)).text).toContain('There is no such measure');
      }
    });
  });

  describe('recording', () => {
    it('takes the figure of a month, once, whatever is sent twice', async () => {
      const path = `/api/measures/${idOfRow(30)}/observations`;
      const send = (value: string) =>
        api()
          .post(path, { period: '2017-12', value })
          .set('Idempotency-Key', 'december')
          .expect('Content-Type', /json/);
      const first = await send('17').expect(200);
      const again = await send('17').expect(200);
      expect(again.body).toEqual(first.body);
      expect((await send('18').expect(422)).body).toMatchObject({ type: 'urn:daybook:problem:idempotency-key-reused' });
      const { figures } = await measure(idOfRow(30));
      expect(figures.filter(({ period }) => period === '2017-12')).toMatchObject([{ text: '17', value: 17 }]);
    });

    it.each([
      [{ period: '2017-12', value: 'about 50' }, 'value', 'must be a number'],
      [{ period: '2017-12', value: '101' }, 'value', 'between 0 and 100'],
      [{ period: '2017-12', value: '-1' }, 'value', 'between 0 and 100'],
      [{ period: 'December', value: '50' }, 'period', 'must be a month'],
      [{ period: '2999-01', value: '50' }, 'period', 'this month or an earlier one'],
      [{ period: '2017-11', value: '50' }, 'value', 'already has the figure 57.2%'],
      [{ period: '2017-12', value: '50', ordinal: 3 }, 'ordinal', 'no field called'],
    ])('%j is refused, and nothing is recorded', async (body, field, sentence) => {
      const before = await head();
      const { errors, status } = await problem(`/api/measures/${idOfRow(29)}/observations`, body, 422);
      expect(status).toBe(422);
      expect(errors).toMatchObject([{ field, detail: expect.stringContaining(sentence) as string }]);
      expect(await head()).toBe(before);
    });

    it('goes through the form, and comes back to the measure with a word on what happened', async () => {
      const id = idOfRow(28);
      const form = await analyst.form(`/measures/${id}/record`);
      const sent = await form.send({ period: '2017-12', value: '70' }).expect(303);
      expect(sent.headers.location).toBe(`/measures/${id}`);
      const page = words((await analyst.open(`/measures/${id}`).expect(200)).text);
      expect(page).toContain('The figure was recorded');
      expect(page).toContain('December 2017 70%');
    });

    it('shows the form again with the sentence at its field and what was typed', async () => {
      const form = await analyst.form(`/measures/${idOfRow(29)}/record`);
      const { text } = await form.send({ period: '2017-12', value: '57,2"' }).expect(422);
      expect(text).toContain('<title>Error: ');
      expect(text).toMatch(/href="#value">Figure must be a number/);
      expect(text).toContain('value="57,2&quot;"');
      expect(text).toMatch(/id="value-error"/);
    });

    it('is for the performance team; others read who may', async () => {
      const id = idOfRow(29);
      const body = { period: '2017-12', value: '60' };
      for (const role of ['board', 'lead', 'quality', 'inspector', 'admin'] as const)
        await daybook.as(role).post(`/api/measures/${id}/observations`, body).expect(403);
      const board = await signIn(daybook.url, 'board');
      await board.open(`/measures/${id}/record`).expect(403);
      const { text } = await board.open(`/measures/${id}`).expect(200);
      expect(text).not.toContain(`/measures/${id}/record`);
      expect(text).not.toContain(`/measures/${id}/correct`);
      expect(words(text)).toContain('The performance team records and corrects figures');
    });

    it('is not offered at a past moment', async () => {
      const id = idOfRow(29);
      const { text } = await analyst.open(`/measures/${id}?knownAt=2018-01-20T09:00`).expect(200);
      expect(text).not.toContain(`/measures/${id}/record`);
      expect(words(text)).toContain('Go back to now to record or correct a figure');
    });
  });

  describe('correcting', () => {
    it.each([
      [{ period: '2017-10', ordinal: 0, value: '38', why: 'wrong' }, 'why', 'at least 10 characters'],
      [{ period: '2017-09', ordinal: 0, value: '38', why }, 'period', 'There is no such figure'],
      [{ period: '2017-10', ordinal: 0, value: 'x', why }, 'value', 'must be a number'],
    ])('%j is refused, and nothing is recorded', async (body, field, sentence) => {
      const before = await head();
      const { errors } = await problem(`/api/measures/${idOfRow(29)}/corrections`, body, 422);
      expect(errors).toMatchObject([{ field, detail: expect.stringContaining(sentence) as string }]);
      expect(await head()).toBe(before);
    });

    it('puts what is wrong beside the box that says it', async () => {
      const form = await analyst.form(`/measures/${idOfRow(29)}/correct`);
      const { text } = await form.send({ figure: '', value: '38', why: 'wrong' }).expect(422);
      expect(text).toMatch(/href="#figure">Choose the figure to correct/);
      expect(text).toMatch(/href="#why">Say why the figure was wrong, in at least 10 characters/);
    });

    it('opens with the figure that was chosen on the page', async () => {
      const { html } = await analyst.form(`/measures/${idOfRow(44)}/correct?figure=2017-10/1`);
      expect(html).toMatch(/<option value="2017-10\/1" selected>October 2017, figure 2: 1.6 days/);
    });

    it('refuses a change that was made without seeing another, and says what the other did', async () => {
      const id = idOfRow(31);
      const { revision } = await measure(id);
      const body = { period: '2017-11', ordinal: 0, value: '70', why };
      await api()
        .post(`/api/measures/${id}/corrections`, { ...body, value: '71' })
        .expect(200);
      const answer = await api()
        .post(`/api/measures/${id}/corrections`, body)
        .set('Seen-Revision', String(revision))
        .expect(409);
      expect((answer.body as Details).since).toMatchObject([{ type: 'ObservationCorrected', data: { value: '71' } }]);
      expect((await measure(id)).latest).toEqual({ period: '2017-11', value: 71 });
    });

    it('shows on the form what another did meanwhile, keeps what was typed, and takes it when sent again', async () => {
      const id = idOfRow(33);
      const form = await analyst.form(`/measures/${id}/correct`);
      await api()
        .post(`/api/measures/${id}/corrections`, { period: '2017-11', ordinal: 0, value: '80', why })
        .expect(200);
      const typed = { figure: '2017-11/0', value: '81', why: hostile };
      const { text } = await form.send(typed).expect(409);
      expect(words(text)).toMatch(
        /While you were working on this, it was changed: Corrected November 2017 from \S+ to 80/,
      );
      expect(text).toContain('value="81"');
      expect(text).toContain('&lt;img src=x');
      const again = await analyst.form(`/measures/${id}/correct`);
      await again.send({ ...typed, ...hiddenFields(text) }).expect(303);
      expect((await measure(id)).figures.at(-1)!.corrections.map(({ value }) => value)).toEqual([80, 81]);
      const page = (await analyst.open(`/measures/${id}`).expect(200)).text;
      expect(page).not.toContain('<img');
      expect(words(page)).toContain(hostile);
    });

    it('leaves three right answers: before, between and after two corrections, on page and over REST', async () => {
      const id = idOfRow(29);
      const correct = async (value: string) => {
        await api().post(`/api/measures/${id}/corrections`, { period: '2017-11', ordinal: 0, value, why }).expect(200);
        return (await measure(id)).figures.at(-1)!.corrections.at(-1)!.corrected.at;
      };
      const [first, second] = [await correct('58.1'), await correct('59.4')];
      const answers = async (query: string) => {
        const one = await measure(id, query);
        const { body } = await api()
          .get(`/api/dashboard${query || '?'}&period=2017-11`)
          .expect(200);
        const row = (body as { rows: Row[] }).rows.find((line) => line.id === id)!;
        const page = (await analyst.open(`/measures/${id}${query}`).expect(200)).text;
        const shown = /daybook-standing__latest">([^<]*)</.exec(page)![1];
        return [one.latest!.value, one.figures.at(-1)!.corrections.length, row.latest.value, shown];
      };
      const at = (instant: string) => `?knownAt=${encodeURIComponent(instant)}`;
      expect(await answers(at('2018-01-20T09:00:00Z'))).toEqual([57.2, 0, 57.2, '57.2%']);
      expect(await answers(at(first))).toEqual([58.1, 1, 58.1, '58.1%']);
      expect(await answers(at(second))).toEqual([59.4, 2, 59.4, '59.4%']);
      expect(await answers('')).toEqual([59.4, 2, 59.4, '59.4%']);
    });
  });

  describe('defining', () => {
    it('makes a measure that can be promised something, compared, and explained', async () => {
      const { planId } = await measure(idOfRow(29));
      const body = {
        planId,
        name: hostile,
        breakdown: null,
        section: 'Effective MASH',
        theme: 4,
        planRefs: ['4a(iv)'],
        unit: 'days',
        polarity: 'lower',
        definition: 'Days from contact to decision.',
        order: 95,
        source: 'returned',
      };
      const { measureId } = (await api().post('/api/measures', body).expect(201)).body as { measureId: string };
      const to = (path: string, sent: object) => api().post(`/api/measures/${measureId}/${path}`, sent).expect(200);
      await to('targets', { target: { text: '2 days', low: '2', high: null }, from: '2018-01' });
      await to('baseline', { label: 'Ofsted judgement', value: '4' });
      await to('missing-figures', { period: '2018-01', reason: 'The new system starts in February' });
      expect(await measure(measureId)).toMatchObject({
        targets: [{ from: '2018-01', target: { text: '2 days', low: 2, high: null } }],
        baseline: { label: 'Ofsted judgement', value: 4 },
        missing: [{ period: '2018-01', reason: 'The new system starts in February' }],
        latest: null,
      });
      const page = (await analyst.open(`/measures/${measureId}`).expect(200)).text;
      expect(page).not.toContain('<img');
      expect(words(page)).toContain('January 2018 The new system starts in February');
      await daybook.as('lead').post('/api/measures', body).expect(403);
    });
  });
});
