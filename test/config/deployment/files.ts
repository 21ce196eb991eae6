import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A service as docker-compose.yml describes it, with its anchors and merges resolved. */
export type Service = {
  image?: string;
  build?: { context: string; dockerfile: string };
  user?: string;
  restart?: string;
  profiles?: string[];
  command?: string[];
  environment?: Record<string, string | number>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition?: string; required?: boolean }> | string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  networks?: Record<string, { aliases?: string[] }>;
};

/** Everything that says how Daybook is run for real. */
export type Deployment = {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  dockerfile: string;
  ignored: string;
  readme: string;
  version: string;
};

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The files as they are in this checkout. */
export const readDeployment = (): Deployment => ({
  ...(parse(read('docker-compose.yml'), { merge: true }) as Pick<Deployment, 'services' | 'volumes'>),
  dockerfile: read('src/Dockerfile'),
  ignored: read('.dockerignore'),
  readme: read('README.md'),
  version: (JSON.parse(read('package.json')) as { version: string }).version,
});

/** `says` is the rule; `faults` is empty where it is kept; `plant` breaks it. */
export type Rule = Readonly<{
  says: string;
  faults: (deployment: Deployment) => readonly string[];
  plant: (deployment: Deployment) => void;
}>;
