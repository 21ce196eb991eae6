import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Contexts: rooms that decide. None knows another, nor a read model. */
const CONTEXTS = ['plan', 'measures', 'casework', 'audits', 'monitoring-visits', 'governance', 'identity', 'integrity'];
const context = `^src/(${CONTEXTS.join('|')})/`;
const PURE_LIBRARIES = /^(zod|big\.js|uuid|@js-temporal\/polyfill)$/;
const isLibrary = (target: string) => !/^(src|projections|test)\//.test(target);

export type Rule = Readonly<{
  says: string;
  from: RegExp;
  /** Whether a file of that room may not know the target: a path from the root, or a package. */
  forbids: (target: string, file: string) => boolean;
  /** A file and an import that the rule must object to. */
  planted: readonly [file: string, imported: string];
}>;

const room = (path: string) => path.split('/').slice(0, 2).join('/');

export const RULES: readonly Rule[] = [
  {
    says: 'the kernel knows nobody but pure libraries',
    from: /^src\/kernel\//,
    forbids: (target) => (isLibrary(target) ? !PURE_LIBRARIES.test(target) : !target.startsWith('src/kernel/')),
    planted: ['src/kernel/figure.ts', '@nestjs/common'],
  },
  {
    says: 'the event store knows the kernel and nothing else of the house',
    from: /^src\/event-store\//,
    forbids: (target) => !isLibrary(target) && !/^src\/(kernel|event-store)\//.test(target),
    planted: ['src/event-store/streams.ts', '../plan/action/events.js'],
  },
  {
    says: 'a context knows the kernel, the event store and itself: no other context, no page, no projection',
    from: new RegExp(context),
    forbids: (target, file) =>
      !isLibrary(target) && !/^src\/(kernel|event-store)\//.test(target) && room(target) !== room(file),
    planted: ['src/plan/action/decider.ts', '../../measures/measure/events.js'],
  },
  {
    says: 'the write side never reads a read model; only pages, reports and the app see both sides',
    from: /^src\/(?!web\/|reports\/|[^/]+\.ts$)/,
    forbids: (target) => target.startsWith('projections/'),
    planted: ['src/importers/published-dashboard/plan.ts', '../../../projections/measure-series/query.js'],
  },
  {
    // The programs beside the list (worker, rebuild, verify) open the log and the read models together.
    says: 'a projection knows declared events, the kernel, its kit and other read models: nothing else of src',
    from: /^projections\/(?!kit\/)[^/]+\//,
    forbids: (target) =>
      target.startsWith('src/') && !/^src\/(kernel\/|event-catalogue\.ts$|.*\/events\.ts$)/.test(target),
    planted: ['projections/action-board/index.ts', '../../src/plan/action/decider.js'],
  },
  {
    says: 'the kit knows the log and the kernel, and no projection',
    from: /^projections\/kit\//,
    forbids: (target) =>
      !isLibrary(target) &&
      !/^(projections\/kit\/|src\/kernel\/|src\/event-store\/event-store\.port\.ts$)/.test(target),
    planted: ['projections/kit/runner.ts', '../action-board/index.js'],
  },
  {
    says: 'events and deciders, with their states and refusals, know no framework and no I/O',
    from: /\/(events|decider|state|refusals|chapter|words)\.ts$/,
    forbids: (target) => isLibrary(target) && !PURE_LIBRARIES.test(target),
    planted: ['src/plan/action/decider.ts', 'node:fs'],
  },
];

export const sourceFiles = (): string[] =>
  ['src', 'projections']
    .flatMap((root) => readdirSync(root, { recursive: true }).map((file) => join(root, String(file))))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts'));

const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
const IMPORT_OR_TYPE = /^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

const resolve = (file: string, imported: string): string =>
  imported.startsWith('.') ? normalize(join(dirname(file), imported)).replace(/\.js$/, '.ts') : imported;

/** What a file breaks, in words. A type import binds rooms as much as any other; only libraries may be named by type alone. */
export const broken = (file: string, text: string = readFileSync(file, 'utf8')): string[] => {
  const values = new Set([...text.matchAll(IMPORT)].map(([, ...m]) => m.find(Boolean)!));
  return [...text.matchAll(IMPORT_OR_TYPE)]
    .map(([, ...m]) => m.find(Boolean)!)
    .flatMap((imported) => {
      const target = resolve(file, imported);
      if (isLibrary(target) && !values.has(imported)) return [];
      return RULES.filter((rule) => rule.from.test(file) && rule.forbids(target, file)).map(
        (rule) => `${file} knows ${target}: ${rule.says}`,
      );
    });
};

/** Clock and chance have no place where facts are decided or folded. */
const CHANCE = /new Date\(\)|Date\.now|Math\.random|randomUUID|performance\.now|process\.env/;
export const PURE =
  /\/(events|decider|state|refusals)\.ts$|^projections\/[^/]+\/index\.ts$|^src\/kernel\/(?!clock|identifiers)/;
export const impure = (file: string, text: string = readFileSync(file, 'utf8')): boolean =>
  PURE.test(file) && CHANCE.test(text);
