import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Report, Result } from './results.js';

const [main, hooks] = ['main.ts', '../support/typescript.mjs'].map((name) => new URL(name, import.meta.url));
const PATIENCE_MS = 600_000;
const WITH_READ_MODELS = ['emmett-postgresql', 'dcb-es'];
const PEERS = ['plain-insert', ...WITH_READ_MODELS, 'castore', 'snapshot-readers', 'turn-for-each'];

/** Which workload is held against whom. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'append1@1': PEERS,
  'append1@8': PEERS,
  'append1@32': PEERS,
  'append20@8': PEERS,
  'append20@32': PEERS,
  readAll: ['plain-insert', 'dcb-es', 'snapshot-readers'],
  'rebuild@2k': ['copy-of-rows', ...WITH_READ_MODELS],
  'rebuildAll@2k': [],
  'lag@1000': WITH_READ_MODELS,
  'follower@32': ['plain-insert', ...WITH_READ_MODELS, 'snapshot-readers'],
  appendDuringRebuild: ['without-rebuild'],
  'dashboardQuery@2k': [],
  'dashboardQuery@3k': ['at-2k'],
  memory: [],
  rebuildEqualsLive: [],
  crash: [],
};

describe('the benchmark, at sizes that say nothing about speed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-bench-spec-'));
  let report: Report;

  beforeAll(async () => {
    const json = join(folder, 'report.json');
    const args = ['--import', hooks!.href, fileURLToPath(main!), '--tiny', '--json', json];
    await promisify(execFile)(process.execPath, args);
    report = JSON.parse(readFileSync(json, 'utf8')) as Report;
  }, PATIENCE_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('measures everything, each beside those that can do it', () => {
    const measured = Object.entries(report.workloads).map(([name, { peers }]) => [name, Object.keys(peers).sort()]);
    expect(Object.fromEntries(measured)).toEqual(
      Object.fromEntries(Object.entries(EXPECTED).map(([name, peers]) => [name, [...peers].sort()])),
    );
  });

  it('gives plain numbers, with a ratio for each peer', () => {
    const figures = ({ daybook, peers, ratio }: Result) => [daybook, ...Object.values(peers), ...Object.values(ratio)];
    for (const result of Object.values(report.workloads)) {
      expect(Object.keys(result.ratio)).toEqual(Object.keys(result.peers));
      expect(figures(result).filter((value) => !(Number.isFinite(value) && value >= 0))).toEqual([]);
    }
  });

  it('loses nothing and doubles nothing on the way to a live follower', () =>
    expect(report.workloads['follower@32']!.also).toMatchObject({
      'written: daybook': 2_000,
      missed: 0,
      doubled: 0,
    }));

  it('sees every event in the projection', () =>
    expect(report.workloads['lag@1000']!.also['never seen: daybook']).toBe(0));

  it('waits for the disk, and says on what it ran', () => {
    expect(report.settings).toMatchObject({
      eventBytes: 500,
      eventsAStream: 20,
      postgres: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
    });
    expect(report.machine).toMatchObject({ cores: expect.any(Number), node: process.versions.node });
  });
});
