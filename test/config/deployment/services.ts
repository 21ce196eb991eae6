import { readConfig } from '../../../src/app.config.js';
import type { Deployment, Service } from './files.js';

/** The names of the services that run a program of Daybook's own. */
export const OWN = ['web', 'worker'] as const;
export const PROFILES = { single: 1, cluster: 3 } as const;
export type Profile = keyof typeof PROFILES;

export const services = ({ services: all }: Deployment): [string, Service][] => Object.entries(all);

/** Ends by itself when its work is done. */
export const isOneShot = ({ restart }: Service): boolean => restart === 'no';

export const isLog = ({ image }: Service): boolean => image?.startsWith('eventstore/eventstore:') ?? false;

/** What Compose starts when this profile is chosen. */
export const startedIn = (deployment: Deployment, profile: Profile): Map<string, Service> =>
  new Map(services(deployment).filter(([, { profiles }]) => !profiles || profiles.includes(profile)));

export const settings = ({ environment = {} }: Service): [string, string][] =>
  Object.entries(environment).map(([name, value]) => [name, String(value)]);

/** Where each volume is mounted, by the volume's name. */
export const mounts = ({ volumes = [] }: Service): [volume: string, place: string][] =>
  volumes.map((line) => line.split(':').slice(0, 2) as [string, string]);

/** What Compose hands over when everything that must be set is set, and nothing else. */
const interpolated = (value: string): string =>
  value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll(/\$\{\w+:\?[^}]+\}/g, 'given');

/** The names that Daybook asks for when it starts with these settings: some matter only beside others. */
export const variablesRead = (service: Service): ReadonlySet<string> => {
  const asked = new Set<string>();
  const given = Object.fromEntries(settings(service).map(([name, value]) => [name, interpolated(value)]));
  const recording = new Proxy<NodeJS.ProcessEnv>(given, {
    get: (env, name: string) => {
      asked.add(name);
      return env[name];
    },
  });
  readConfig(recording);
  return asked;
};
