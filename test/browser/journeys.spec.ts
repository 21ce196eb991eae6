import type { Browser } from 'playwright-core';
import { startDemo, type Daybook } from '../support/app.js';
import { launchBrowser } from '../support/browser.mjs';
import { walker } from '../support/walker.js';

describe('journeys in a real browser', () => {
  let daybook: Daybook;
  let browser: Browser;
  beforeAll(async () => {
    [daybook, browser] = await Promise.all([startDemo(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await daybook.stop();
  });

  it('takes an operational lead from the dashboard to a rating, and the trail shows it', async () => {
    const { page, open, look, leave } = await walker(browser, daybook.url, 'lead');
    expect(await look()).toContain('November 2017');

    await open('/actions');
    await page.getByRole('link', { name: /^A20 / }).click();
    await look();
    await page.getByRole('button', { name: 'Rate this action' }).click();
    expect(await look()).toBe('Rate this action');

    await page.getByLabel('Amber').check();
    await page.getByRole('button', { name: 'Record the rating' }).click();
    await page.waitForLoadState();
    expect(await page.getByRole('alert').innerText()).toContain('Say why, in at least 10 characters');
    expect(await page.getByLabel('Amber').isChecked()).toBe(true);
    await look();

    await page.getByRole('link', { name: 'Say why, in at least 10 characters' }).click();
    await page.keyboard.type('Decisions within a day fell from 70% to 64% in November.');
    await page.getByRole('button', { name: 'Record the rating' }).click();
    await page.waitForURL(/\/actions\/[^/]+$/);
    await look();
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain('Your rating was recorded');
    expect(await main.innerText()).toMatch(/Rated amber[^]*Decisions within a day fell/);

    await open('/audit-trail');
    const newest = page.getByRole('link', { name: /Rated amber/ });
    await newest.first().click();
    await page.waitForLoadState();
    await look();
    expect(await page.getByRole('main').innerText()).toContain('Rationale');
    await leave();
  }, 120_000);

  it('takes a board member from the dashboard to a measure, back in time, and to what differs from print', async () => {
    const { page, open, look, leave } = await walker(browser, daybook.url, 'board');
    expect(await open('/dashboard?period=2017-11')).toContain('November 2017');
    await page.getByRole('link', { name: /Differs from published/ }).click();
    await page.waitForLoadState();
    await look();

    await page.goto('/dashboard?period=2017-11');
    await page.getByText('REACH', { exact: true }).first().click();
    await page.locator('main a[href^="/measures/"]:visible').first().click();
    await page.waitForURL(/\/measures\//);
    await look();

    await open('/differences');
    await open('/plan');
    await page.getByText('Actions of theme 1').click();
    await look();
    await page.goto('/dashboard?period=2017-11');
    await page.getByRole('textbox', { name: /Known at/ }).fill('2017-12-01T09:00');
    await page.getByRole('button', { name: 'Show what was known then' }).click();
    await page.waitForURL(/knownAt/);
    await look();
    expect(await page.getByRole('main').innerText()).toContain('no figure');
    expect(await page.locator('body').innerText()).toContain('1 December 2017 at 09:00');

    await page.goto('/actions');
    await page.getByRole('link', { name: /^A20 / }).click();
    await look();
    expect(await page.getByRole('button', { name: 'Rate this action' }).count()).toBe(0);
    await leave();
  }, 120_000);

  it('takes a performance analyst from a figure to its correction', async () => {
    const { page, open, look, leave } = await walker(browser, daybook.url, 'performance');
    await open('/measures');
    await page.getByRole('link', { name: /REACH/ }).first().click();
    await look();
    await page
      .getByRole('button', { name: /Correct/ })
      .or(page.getByRole('link', { name: /Correct/ }))
      .first()
      .click();
    await page.waitForURL(/correct/);
    await look();
    await open('/imports');
    await open('/tokens');
    await open('/audit-trail');
    await leave();
  }, 120_000);

  it.each(['/dashboard?period=2017-11', '/plan', '/actions', '/measures', '/differences', '/audit-trail', '/imports'])(
    'fits a phone of 320 pixels: %s',
    async (path) => {
      const { open, leave } = await walker(browser, daybook.url, 'performance', {
        viewport: { width: 320, height: 640 },
      });
      await open(path);
      await leave();
    },
    60_000,
  );

  it('works without script: sign in, filter, rate, sign out', async () => {
    const { page, open, leave } = await walker(browser, daybook.url, 'lead', { javaScriptEnabled: false });
    await open('/actions?theme=4');
    await page
      .getByRole('link', { name: /^A2\d / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Note progress' }).click();
    await page.getByLabel('What has been done?').fill('Training booked for every manager.');
    await page.getByRole('button', { name: 'Record the note' }).click();
    await page.waitForURL(/\/actions\/[^/]+$/);
    expect(await page.getByRole('main').innerText()).toContain('Training booked for every manager.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/sign-in/);
    await leave();
  }, 60_000);

  it('is accessible before anybody has signed in', async () => {
    const { open, leave } = await walker(browser, daybook.url, null);
    await open('/sign-in');
    await leave();
  });
});
