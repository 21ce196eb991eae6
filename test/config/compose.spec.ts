import { COMPOSE_RULES } from './deployment/compose-rules.js';
import { DOCKERFILE_RULES } from './deployment/dockerfile-rules.js';
import { readDeployment, type Rule } from './deployment/files.js';
import { LOG_RULES } from './deployment/log-rules.js';

const ROOMS: readonly [string, readonly Rule[]][] = [
  ['docker-compose.yml', COMPOSE_RULES],
  ['the log in docker-compose.yml', LOG_RULES],
  ['src/Dockerfile', DOCKERFILE_RULES],
];

describe.each(ROOMS)('%s', (_file, rules) => {
  it.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_says, { faults }) => {
    expect(faults(readDeployment())).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.says, rule] as const))('objects when planted: %s', (_says, { faults, plant }) => {
    const deployment = readDeployment();
    plant(deployment);
    expect(faults(deployment)).not.toEqual([]);
  });
});
