import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import type { Role } from '../../src/kernel/role.js';

const HELD_TO = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Somebody who walks the pages in a real browser. Every page they come to is held against WCAG 2.2 AA and a silent console. */
export type Walker = Readonly<{
  page: Page;
  /** Opens a page, says what its main heading is, and finds nothing wrong with it. */
  open: (path: string) => Promise<string>;
  /** The same for the page that a click led to. */
  look: () => Promise<string>;
  leave: () => Promise<void>;
}>;

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(HELD_TO).analyze();
  return violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map((n) => n.html).join(' ')}`);
};

export const walker = async (
  browser: Browser,
  baseURL: string,
  role: Role | null,
  options: BrowserContextOptions = {},
): Promise<Walker> => {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  // A page that refuses is answered with a status of its own: the browser logs that, and it is as it should be.
  const refused = (message: ConsoleMessage) =>
    / status of 4\d\d /.test(message.text()) && message.location().url === page.url();
  page.on('console', (message) => {
    if (message.type() === 'error' && !refused(message)) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));

  const look = async () => {
    const scriptless = options.javaScriptEnabled === false;
    expect(scriptless ? [] : await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const width = page.viewportSize()!.width;
    if (!scriptless) expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    return page.locator('h1').innerText();
  };
  const open = async (path: string) => {
    await page.goto(path);
    return look();
  };
  if (role) {
    await page.goto('/sign-in');
    await page.getByLabel('User name').fill(role);
    await page.getByLabel('Password', { exact: true }).fill('daybook-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/dashboard**');
  }
  return { page, open, look, leave: () => context.close() };
};
