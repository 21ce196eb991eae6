import type { Browser } from 'playwright-core';
import { startDemo, type Daybook } from '../support/app.js';
import { launchBrowser } from '../support/browser.mjs';
import { walker } from '../support/walker.js';

/** In the order in which people meet the action: the lead, quality assurance, the board. */
describe('an action from its owner to the board, in a real browser', () => {
  let daybook: Daybook;
  let browser: Browser;
  let actionId: string;
  beforeAll(async () => {
    [daybook, browser] = await Promise.all([startDemo(), launchBrowser()]);
    const performance = daybook.as('performance');
    const { body } = await performance.get('/api/actions').expect(200);
    const raised = {
      ...{ planId: body[0].planId, reference: 'N1', theme: 4, planRefs: ['4a(iv)'], title: 'See every child in time' },
      ...{ leadRole: 'Head of duty', ownerId: 'lead', startOn: '2017-11', dueOn: '2018-01-05' },
    };
    actionId = (await performance.post('/api/actions', raised).expect(201)).body.actionId;
    const rating = { to: 'green', rationale: 'Nearly every child by now', asAt: '2018-01-10' };
    await daybook.as('lead').post(`/api/actions/${actionId}/rating`, rating).expect(200);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await daybook.stop();
  });

  it('lets the lead find the dispute, answer it, attach evidence and claim completion', async () => {
    const { page, open, look, leave } = await walker(browser, daybook.url, 'lead');
    expect(await open('/actions')).toBe('Actions');
    await page.getByRole('link', { name: /claimed better than the facts/ }).click();
    await page.waitForURL(/show=disputed/);
    await look();
    await page.getByRole('link', { name: /^N1 / }).click();
    await look();
    expect(await page.getByRole('main').innerText()).toContain('Due 5 January 2018: 11 days over');

    const act = async (link: string, fields: Readonly<Record<string, string>>, button: string) => {
      await page.getByRole('link', { name: link, exact: true }).click();
      expect(await look()).toBe(link);
      for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
      await page.getByRole('button', { name: button }).click();
    };
    await act('Answer the difference', { 'Why do you claim': 'short' }, 'Record the answer');
    expect(await page.getByRole('alert').innerText()).toContain('in at least 10 characters');
    await look();
    await page.getByLabel('Why do you claim').fill('The last child was seen on Monday');
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await page.waitForURL(new RegExp(`/actions/${actionId}$`));
    await act(
      'Attach evidence',
      { Title: 'Visits of January', Link: 'https://council.example/visits' },
      'Attach the evidence',
    );
    await page.waitForURL(new RegExp(`/actions/${actionId}$`));
    await page.getByRole('link', { name: 'Claim completion', exact: true }).click();
    await page.getByLabel('What was achieved?').fill('Every child was seen in January');
    await page.getByLabel('Visits of January').check();
    await page.getByLabel('As at').fill('2018-01-15');
    await look();
    await page.getByRole('button', { name: 'Claim completion' }).click();
    await page.waitForURL(new RegExp(`/actions/${actionId}$`));
    await look();
    expect(await page.getByRole('main').innerText()).toContain('Completion was claimed. Somebody else verifies it.');
    await leave();
  }, 120_000);

  it('lets somebody else verify it, and it is blue', async () => {
    const { page, open, look, leave } = await walker(browser, daybook.url, 'quality');
    await open(`/actions/${actionId}`);
    await page.getByRole('link', { name: 'Verify completion', exact: true }).click();
    await page.getByLabel('Visits of January').check();
    await page.getByLabel('What does it show?').fill('Twelve visits were looked at, all in time');
    await page.getByLabel('As at').fill('2018-01-16');
    await look();
    await page.getByRole('button', { name: 'Verify completion' }).click();
    await page.waitForURL(new RegExp(`/actions/${actionId}$`));
    await look();
    expect(await page.getByRole('main').innerText()).toMatch(/Claimed\s+B\s+blue/i);
    await leave();
  }, 120_000);

  it.each([1280, 375])(
    'lets the board read how it came about, %i pixels wide',
    async (width) => {
      const viewport = { width, height: 900 };
      const { page, open, look, leave } = await walker(browser, daybook.url, 'board', { viewport });
      await open('/actions?state=verified');
      await page.getByRole('link', { name: /^N1 / }).click();
      await look();
      const text = await page.getByRole('main').innerText();
      expect(text).toContain('Verified completion with 1 piece of evidence');
      expect(text).toContain('Answered why green is claimed where the facts support red');
      await page.getByText('What you cannot do, and why').click();
      await look();
      await leave();
    },
    120_000,
  );
});
