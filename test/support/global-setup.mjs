import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';
import { unpackChromium } from './browser.mjs';

/** One throw-away server for the whole run, and the browser unpacked where a browser spec is among those to run. */
export default async function ({ testPathPatterns }) {
  if (!process.env.TEST_DATABASE_URL) {
    const { startEmbeddedPostgres } = await import('../../src/event-store/embedded/index.ts');
    const server = await startEmbeddedPostgres({
      dataDir: mkdtempSync(join(tmpdir(), 'daybook-test-')),
      durable: false,
      disposable: true,
    });
    globalThis.testServer = server;
    process.env.TEST_DATABASE_URL = server.url('postgres');
  }
  const { patterns } = testPathPatterns;
  // Other runs unpack when they first launch; here it keeps the seconds out of a spec's own time.
  if (patterns.length === 0 || patterns.some((pattern) => pattern.includes('browser'))) await unpackChromium();
}
