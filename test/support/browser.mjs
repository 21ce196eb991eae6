import { execFile } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const PACKAGE = '@sparticuz/chromium';
const UNPACK = `const { default: packed } = await import('${PACKAGE}'); await packed.executablePath();`;

/**
 * Where Chromium is: `CHROMIUM_PATH`, else the npm package unpacked once per version and user into the temporary
 * folder. Several processes may ask at once: the folder appears only when it is whole.
 */
export async function unpackChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Set CHROMIUM_PATH to an installed Chromium or Chrome: the packed one is for Linux on x64 only.');
  }
  const home = join(tmpdir(), `daybook-chromium-${packedVersion()}-${process.getuid()}`);
  if (!existsSync(home)) await unpackInto(home);
  if (lstatSync(home).uid !== process.getuid()) {
    throw new Error(`${home} belongs to another user. Delete it, or set CHROMIUM_PATH.`);
  }
  return join(home, 'chromium');
}

/** A headless Chromium that needs nothing from the machine: libraries and fonts come along. Close it yourself. */
export async function launchBrowser() {
  const executablePath = await unpackChromium();
  const home = dirname(executablePath);
  const brought = process.env.CHROMIUM_PATH
    ? {}
    : {
        LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
        FONTCONFIG_FILE: join(home, 'fonts.conf'),
      };
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    // Not the list that the package recommends: that one turns web security off.
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...brought },
  });
}

function packedVersion() {
  const entry = fileURLToPath(import.meta.resolve(PACKAGE));
  return JSON.parse(readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8')).version;
}

async function unpackInto(home) {
  const staging = mkdtempSync(`${home}.`);
  // In a process of its own, because the package unpacks to wherever TMPDIR points. The second variable is its only
  // switch for unpacking the libraries too.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  writeFileSync(
    join(staging, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`,
  );
  try {
    renameSync(staging, home);
  } catch {
    rmSync(staging, { recursive: true, force: true });
  }
}
