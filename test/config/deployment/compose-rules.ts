import type { Deployment, Rule, Service } from './files.js';
import { isLog, isOneShot, mounts, OWN, PROFILES, services, settings, variablesRead } from './services.js';

const PINNED = /^[a-z\d./-]+:\d+\.\d+(\.\d+)?(-[a-z\d.]+)?$/;
const CHECK = ['CMD', 'CMD-SHELL'];
const SECRET = /PASSWORD|SECRET|TOKEN|_KEY$/;
const REQUIRED = /\$\{(\w+):\?[^}]+\}/g;
const IN_URL = /\/\/[^/@:]+:([^@]+)@/;
const DATA = { postgres: '/var/lib/postgresql', eventstore: '/var/lib/eventstore' };

const of = (deployment: Deployment, fault: (service: Service, name: string) => string | false | undefined): string[] =>
  services(deployment).flatMap(([name, service]) => {
    const found = fault(service, name);
    return found ? [`${name}: ${found}`] : [];
  });

const hasCheck = ({ healthcheck }: Service): boolean => {
  const { test, disable } = healthcheck ?? {};
  return !disable && Array.isArray(test) && CHECK.includes(test[0]!) && test.every((word) => typeof word === 'string');
};

const isPath = (value: string): boolean => value.startsWith('/');
const isGiven = (secret: string): boolean => secret.replaceAll(REQUIRED, '') === '';

const ownPrefix = (service: Service, name: string): string =>
  isLog(service) ? 'EVENTSTORE_' : `${name.toUpperCase()}_`;

const foreignVariables = (service: Service, name: string): string[] => {
  const names = settings(service).map(([variable]) => variable);
  if ((OWN as readonly string[]).includes(name)) {
    const read = variablesRead(service);
    return names.filter((variable) => !read.has(variable));
  }
  return names.filter((variable) => !variable.startsWith(ownPrefix(service, name)));
};

const dataPlace = (service: Service, name: string): string | undefined =>
  isLog(service) ? DATA.eventstore : name === 'postgres' ? DATA.postgres : undefined;

const unkept = (service: Service, name: string, declared: object): string | undefined => {
  const place = dataPlace(service, name);
  const volume = mounts(service).find(([, at]) => at === place)?.[0];
  return place && !(volume && volume in declared) ? `keeps nothing of ${place}` : undefined;
};

export const COMPOSE_RULES: readonly Rule[] = [
  {
    says: 'every image is pinned to a full version',
    faults: (it) => of(it, ({ image }) => !PINNED.test(image ?? '') && `${image}`),
    plant: ({ services: { postgres } }) => (postgres!.image = 'postgres:latest'),
  },
  {
    says: 'every service says how it is',
    faults: (it) => of(it, (service) => !hasCheck(service) && 'no health check'),
    plant: ({ services: { worker } }) => (worker!.healthcheck = { disable: true }),
  },
  {
    says: 'every service that must go on is started again',
    faults: (it) => of(it, (one) => !isOneShot(one) && one.restart !== 'unless-stopped' && `restart ${one.restart}`),
    plant: ({ services: { web } }) => delete web!.restart,
  },
  {
    says: 'nothing starts before what it needs is ready',
    faults: (it) =>
      services(it).flatMap(([name, { depends_on: needs = {} }]) =>
        Object.entries(needs as Record<string, { condition?: string }>)
          .filter(([needed, { condition }]) => {
            const target = it.services[needed];
            return !target || condition !== `service_${isOneShot(target) ? 'completed_successfully' : 'healthy'}`;
          })
          .map(([needed]) => `${name}: ${needed}`),
      ),
    plant: ({ services: { web } }) => (web!.depends_on = ['postgres']),
  },
  {
    says: 'no secret has a default: whoever starts it must set each, and is told how',
    faults: (it) =>
      of(
        it,
        (one) => settings(one).find(([name, value]) => SECRET.test(name) && !isPath(value) && !isGiven(value))?.[0],
      ),
    plant: ({ services: { postgres } }) => (postgres!.environment!.POSTGRES_PASSWORD = '${POSTGRES_PASSWORD:-daybook}'),
  },
  {
    says: 'no secret is written into an address',
    faults: (it) =>
      of(it, (one) => settings(one).find(([, value]) => IN_URL.test(value.replaceAll(REQUIRED, '')))?.[0]),
    plant: ({ services: { web } }) => (web!.environment!.DATABASE_URL = 'postgres://daybook:daybook@postgres/daybook'),
  },
  {
    says: 'whatever must be set is named where people read how to start it',
    faults: (it) => {
      const named = new Set([...JSON.stringify(it.services).matchAll(REQUIRED)].map(([, name]) => name!));
      return [...named].filter((name) => !it.readme.includes(`${name}=`));
    },
    plant: ({ services: { web } }) => (web!.environment!.SESSION_SECRET = '${SESSION_SECRET:?Set it}'),
  },
  {
    says: 'every setting is one that its program reads',
    faults: (it) => of(it, (service, name) => foreignVariables(service, name).join(', ')),
    plant: ({ services: { web } }) => (web!.environment!.RUNER = 'off'),
  },
  {
    says: 'ports are open to this machine only',
    faults: (it) => of(it, ({ ports = [] }) => ports.find((port) => !port.startsWith('127.0.0.1:'))),
    plant: ({ services: { postgres } }) => (postgres!.ports = ['5432:5432']),
  },
  {
    says: 'what a database writes outlives its container',
    faults: (it) => of(it, (service, name) => unkept(service, name, it.volumes)),
    plant: ({ services: { postgres } }) => (postgres!.volumes = ['postgres:/var/lib/postgresql/data']),
  },
  {
    says: 'every volume is declared, and the key of the authority is given to one service',
    faults: (it) =>
      services(it).flatMap(([name, service]) =>
        mounts(service)
          .filter(([volume]) => !(volume in it.volumes) || (volume === 'authority' && name !== 'certificates'))
          .map(([volume]) => `${name}: ${volume}`),
      ),
    plant: ({ services: { web } }) => web!.volumes!.push('authority:/authority'),
  },
  {
    says: 'web and worker are one image, of this version, built here',
    faults: (it) =>
      of(it, ({ image, build }, name) => {
        if (!(OWN as readonly string[]).includes(name)) return undefined;
        const here = build?.context === '.' && build.dockerfile === 'src/Dockerfile';
        return (image !== `daybook:${it.version}` || !here) && `${image}`;
      }),
    plant: ({ services: { worker } }) => (worker!.image = 'daybook-worker:0.1.0'),
  },
  {
    says: 'the worker runs the projections, and the web process none',
    faults: ({ services: { web, worker } }) => [
      ...(web?.environment?.RUNNER === 'off' ? [] : ['web']),
      ...(worker?.command?.join(' ') === 'node dist/projections/main.js' && !worker.environment?.RUNNER
        ? []
        : ['worker']),
    ],
    plant: ({ services: { web } }) => delete web!.environment!.RUNNER,
  },
  {
    says: 'Daybook runs live',
    faults: (it) => OWN.filter((name) => it.services[name]?.environment?.DAYBOOK_MODE !== 'live'),
    plant: ({ services: { worker } }) => (worker!.environment!.DAYBOOK_MODE = 'demo'),
  },
  {
    says: 'there are two profiles',
    faults: (it) => {
      const found = [...new Set(services(it).flatMap(([, { profiles = [] }]) => profiles))].sort();
      return found.join() === Object.keys(PROFILES).sort().join() ? [] : found;
    },
    plant: ({ services: { eventstore } }) => (eventstore!.profiles = ['one']),
  },
];
