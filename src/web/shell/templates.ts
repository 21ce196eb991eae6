import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { signInWords } from '../../kernel/action-rule.js';
import { dueInWords } from '../../kernel/due.js';
import { inWords, momentInWords } from '../../kernel/plain-date.js';
import { address, type Shell } from './shell.js';
import { roleInWords, sourceInWords } from './who-and-where.js';

const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`${name}/package.json`));

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const templateFolders = [
  web,
  join(packageFolder('govuk-frontend'), 'dist'),
  packageFolder('@ministryofjustice/frontend'),
];

/**
 * The one template environment: names start at `src/web` (`dashboard/page.njk`), at `govuk/` or at `moj/`.
 * Hand it to Express with `.express(app)`.
 */
export const templates = (options: { cache: boolean } = { cache: true }): nunjucks.Environment => {
  const loader = new nunjucks.FileSystemLoader(templateFolders, { noCache: !options.cache });
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment;
};

type Parameters = Readonly<Record<string, string | null | undefined>>;
type FieldMessage = Readonly<{ text: string }>;

export const filters = {
  /** `2017-11` → `November 2017`. */
  inWords,
  /** `2017-18 Q3`, `ongoing` or a date → in words. */
  dueInWords,
  /** `not-updated` → in words. */
  signInWords,
  /** An instant → `16 January 2018 at 09:30`. */
  momentInWords,
  /** `import:…#dashboard!12` → where it came from, in words. */
  sourceInWords,
  /** `system` → `Daybook itself` */
  roleInWords,
  /** `1234` → `1,234`: for counts and positions, never for figures, which keep their printed form. */
  thousands: (count: number): string => count.toLocaleString('en-GB'),
  /** `'/measures/7' | link(shell, { tab: 'chart' })`: the moment the page is read at stays with the reader. */
  link: (path: string, shell: Shell, parameters: Parameters = {}): string => address(path, parameters, shell.knownAt),
  /** The page itself, as it stands now. */
  backToNow: (shell: Shell): string => address(shell.path, { ...shell.query, knownAt: null }),
  /** The error message of one field, in the shape that the govuk macros take; nothing when the field is right. */
  errorFor: (errors: Shell['errors'], field: string): FieldMessage | undefined => {
    const error = errors?.find(({ href }) => href === `#${field}`);
    return error && { text: error.sentence };
  },
} as const;
