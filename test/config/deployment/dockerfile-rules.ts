import type { Deployment, Rule } from './files.js';

type Instruction = Readonly<{ word: string; rest: string }>;

const instructions = ({ dockerfile }: Deployment): Instruction[] =>
  dockerfile
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => {
      const [, word, rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
      return word ? [{ word, rest }] : [];
    });

/** Each stage from its FROM on; the last one is the image. */
const stages = (deployment: Deployment): Instruction[][] =>
  instructions(deployment).reduce<Instruction[][]>((found, one) => {
    if (one.word === 'FROM') found.push([]);
    found.at(-1)?.push(one);
    return found;
  }, []);

const image = (deployment: Deployment): Instruction[] => stages(deployment).at(-1) ?? [];
const inImage = (deployment: Deployment, word: string): string[] =>
  image(deployment).flatMap((one) => (one.word === word ? [one.rest] : []));
const unless = (isSo: boolean, what: string): string[] => (isSo ? [] : [what]);
const swap = (deployment: Deployment, from: RegExp | string, to: string): void => {
  deployment.dockerfile = deployment.dockerfile.replace(from, to);
};

const BASE = /^node:20\.\d+\.\d+-bookworm-slim$/;

export const DOCKERFILE_RULES: readonly Rule[] = [
  {
    says: 'it begins from a base pinned to a full version, in several stages',
    faults: (it) => {
      const bases = stages(it).map(([from]) => from!.rest.split(/\s+as\s+/i));
      const named = bases.flatMap(([, name]) => name ?? []);
      return [
        ...unless(bases.length > 2, 'one stage'),
        ...bases.flatMap(([base]) => (named.includes(base!) || BASE.test(base!) ? [] : [base!])),
      ];
    },
    plant: (it) => swap(it, /node:\S+/, 'node:20'),
  },
  {
    says: 'the image has no tools: it takes what other stages made, with what production needs',
    faults: (it) => [
      ...inImage(it, 'RUN'),
      ...inImage(it, 'COPY').filter((rest) => !rest.startsWith('--from=') && rest !== 'package.json ./'),
      ...stages(it)
        .filter(([from]) => from!.rest.endsWith(' dependencies'))
        .flatMap((stage) => stage.filter(({ word, rest }) => word === 'RUN' && !rest.includes('npm ci --omit=dev')))
        .map(({ rest }) => rest),
    ],
    plant: (it) => swap(it, ' --omit=dev', ''),
  },
  {
    says: 'it installs what the lock file says, and runs no script of a package',
    faults: (it) =>
      instructions(it)
        .filter(({ word, rest }) => word === 'RUN' && /npm (ci|i|install)\b/.test(rest))
        .filter(({ rest }) => !/npm ci .*--ignore-scripts/.test(rest))
        .map(({ rest }) => rest),
    plant: (it) => swap(it, 'npm ci', 'npm install'),
  },
  {
    says: 'it does not run as root',
    faults: (it) => unless(inImage(it, 'USER').at(-1) === 'node', `USER ${inImage(it, 'USER').at(-1)}`),
    plant: (it) => swap(it, 'USER node', 'USER root'),
  },
  {
    says: 'it says how it is',
    faults: (it) => unless(inImage(it, 'HEALTHCHECK').join().includes('/health'), 'no HEALTHCHECK'),
    plant: (it) => swap(it, /HEALTHCHECK[^]*?\n(?=CMD)/, ''),
  },
  {
    says: 'it runs the built application, live, as its own first process',
    faults: (it) => [
      ...unless(inImage(it, 'CMD').join() === '["node", "dist/src/main.js"]', 'CMD'),
      ...unless(inImage(it, 'ENV').join(' ').split(' ').includes('DAYBOOK_MODE=live'), 'DAYBOOK_MODE'),
      ...unless(inImage(it, 'ENV').join(' ').split(' ').includes('NODE_ENV=production'), 'NODE_ENV'),
    ],
    plant: (it) => swap(it, 'DAYBOOK_MODE=live', 'DAYBOOK_MODE=demo'),
  },
  {
    says: 'there is no secret in it',
    faults: (it) =>
      instructions(it)
        .filter(({ word, rest }) => ['ENV', 'ARG'].includes(word) && /PASSWORD|SECRET|TOKEN|_URL/.test(rest))
        .map(({ rest }) => rest),
    plant: (it) => swap(it, 'USER node', 'ENV SESSION_SECRET=daybook\nUSER node'),
  },
  {
    says: 'nothing is sent to the builder but what it copies',
    faults: (it) => {
      const sent = it.ignored.split('\n').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
      const copied = instructions(it)
        .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from='))
        .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
      return [
        ...unless(it.ignored.split('\n').includes('*'), '.dockerignore lets everything through'),
        ...sent.filter((path) => !copied.includes(path)),
        ...copied.filter((path) => !sent.includes(path)),
      ];
    },
    plant: (it) => (it.ignored += '\n!.env'),
  },
];
