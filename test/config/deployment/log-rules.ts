import type { Deployment, Rule, Service } from './files.js';
import { isLog, isOneShot, mounts, OWN, PROFILES, settings, startedIn, type Profile } from './services.js';

const profiles = Object.keys(PROFILES) as Profile[];
const setting = (service: Service | undefined, name: string): string => String(service?.environment?.[name] ?? '');

const nodesIn = (deployment: Deployment, profile: Profile): [string, Service][] =>
  [...startedIn(deployment, profile)].filter(([, service]) => isLog(service));

const eachNode = (
  deployment: Deployment,
  isRight: (node: Service, name: string, profile: Profile) => boolean,
): string[] =>
  profiles.flatMap((profile) =>
    nodesIn(deployment, profile)
      .filter(([name, node]) => !isRight(node, name, profile))
      .map(([name]) => name),
  );

/** Sorted, as they stand in the setting. */
const seedsOf = (node: Service): string => setting(node, 'EVENTSTORE_GOSSIP_SEED').split(',').sort().join();

const OPEN = ['EVENTSTORE_INSECURE', 'EVENTSTORE_DEV', 'EVENTSTORE_ALLOW_ANONYMOUS_STREAM_ACCESS', 'EVENTSTORE_MEM_DB'];

export const LOG_RULES: readonly Rule[] = [
  {
    says: 'either profile is complete',
    faults: (it) =>
      profiles.flatMap((profile) => {
        const started = startedIn(it, profile);
        const missing = [...OWN, 'postgres', 'certificates'].filter((name) => !started.has(name));
        const nodes = nodesIn(it, profile).length;
        return [...missing, ...(nodes === PROFILES[profile] ? [] : [`${nodes} nodes in ${profile}`])];
      }),
    plant: ({ services: { worker } }) => (worker!.profiles = ['single']),
  },
  {
    says: 'whatever is waited for in a profile is started in it, or may be missing',
    faults: (it) =>
      profiles.flatMap((profile) => {
        const started = startedIn(it, profile);
        return [...started].flatMap(([name, { depends_on: needs = {} }]) =>
          Object.entries(needs as Record<string, { required?: boolean }>)
            .filter(([needed, { required }]) => required !== false && !started.has(needed))
            .map(([needed]) => `${name} waits for ${needed}`),
        );
      }),
    plant: ({ services: { web } }) => Object.assign(web!.depends_on!, { eventstore: { condition: 'service_healthy' } }),
  },
  {
    says: 'web and worker wait for every node that is there',
    faults: (it) =>
      OWN.flatMap((name) => {
        const needs = Object.keys(it.services[name]?.depends_on ?? {});
        return profiles.flatMap((profile) => nodesIn(it, profile).filter(([node]) => !needs.includes(node)));
      }).map(([name]) => name),
    plant: ({ services: { worker } }) => delete (worker!.depends_on as Record<string, unknown>)['eventstore-3'],
  },
  {
    says: 'web and worker find the nodes of the chosen profile, over TLS, by a name that the nodes answer to',
    faults: (it) => [
      ...OWN.filter((name) => {
        const url = setting(it.services[name], 'EVENTSTORE_URL');
        const right =
          /@eventstore-\$\{COMPOSE_PROFILES:\?[^}]+\}:2113\?tls=true&tlsCAFile=\/certificates\/ca\/ca\.crt$/;
        return setting(it.services[name], 'EVENT_STORE') !== 'eventstoredb' || !right.test(url);
      }),
      ...eachNode(it, ({ networks }, _name, profile) =>
        Boolean(networks?.default?.aliases?.includes(`eventstore-${profile}`)),
      ),
    ],
    plant: ({ services }) => delete services['eventstore-2']!.networks,
  },
  {
    says: 'every node speaks TLS and knows who asks',
    faults: (it) =>
      eachNode(it, (node) => {
        const needed = ['CERTIFICATE_FILE', 'CERTIFICATE_PRIVATE_KEY_FILE', 'TRUSTED_ROOT_CERTIFICATES_PATH'];
        return (
          needed.every((name) => setting(node, `EVENTSTORE_${name}`).startsWith('/certificates/')) &&
          ['ADMIN', 'OPS'].every((who) => setting(node, `EVENTSTORE_DEFAULT_${who}_PASSWORD`)) &&
          !settings(node).some(([name]) => OPEN.includes(name))
        );
      }),
    plant: ({ services: { eventstore } }) => (eventstore!.environment!.EVENTSTORE_INSECURE = 'true'),
  },
  {
    says: 'every node knows how many they are, looks for the others and goes by its own name',
    faults: (it) =>
      eachNode(it, (node, name, profile) => {
        const others = nodesIn(it, profile).flatMap(([other]) => (other === name ? [] : [`${other}:2113`]));
        return (
          setting(node, 'EVENTSTORE_CLUSTER_SIZE') === String(PROFILES[profile]) &&
          setting(node, 'EVENTSTORE_NODE_HOST_ADVERTISE_AS') === name &&
          seedsOf(node) === others.sort().join() &&
          (others.length === 0 || setting(node, 'EVENTSTORE_DISCOVER_VIA_DNS') === 'false')
        );
      }),
    plant: ({ services }) => (services['eventstore-3']!.environment!.EVENTSTORE_GOSSIP_SEED = 'eventstore-1:2113'),
  },
  {
    says: 'no two nodes write to one place or use one certificate',
    faults: (it) => {
      const places = profiles.flatMap((profile) =>
        nodesIn(it, profile).flatMap(([, node]) =>
          mounts(node).flatMap(([volume, at]) => (at === '/certificates/ca' ? [] : [volume])),
        ),
      );
      return places.filter((volume, index) => places.indexOf(volume) !== index);
    },
    plant: ({ services }) => (services['eventstore-2']!.volumes = services['eventstore-1']!.volumes),
  },
  {
    says: 'every node has a certificate made for it before it starts',
    faults: (it) => {
      const made = new Map(mounts(it.services.certificates ?? {}).map(([volume, at]) => [volume, at]));
      const script = it.services.certificates?.command?.join('\n') ?? '';
      const names = /for node in ([^;]+);/.exec(script)?.[1]?.split(' ') ?? [];
      return eachNode(it, (node, name) => {
        const own = mounts(node).find(([, at]) => at === '/certificates/node')?.[0] ?? '';
        return (
          isOneShot(it.services.certificates ?? {}) &&
          names.includes(name) &&
          made.get(own) === `/certificates/${name}` &&
          'certificates' in (node.depends_on ?? {})
        );
      });
    },
    plant: ({ services: { certificates } }) =>
      (certificates!.command = certificates!.command!.map((line) => line.replace(' eventstore-3;', ';'))),
  },
];
