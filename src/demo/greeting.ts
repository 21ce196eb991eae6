import { DEMO_PASSWORD, demoToken } from '../identity/demo-accounts.js';
import { ROLES } from '../kernel/role.js';

const inList = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** Where a demonstration is, and how to sign in. */
export const demoGreeting = (council: string, url: string): string =>
  [
    `Daybook is open at ${url}`,
    `This is a demonstration: the past of ${council} in 2017, on a simulated clock.`,
    `Sign in as ${inList(ROLES)}. The password of each is ${DEMO_PASSWORD}`,
    `For the API, send the header "Authorization: Bearer ${demoToken('performance')}", or another role's token: ${inList(ROLES.map(demoToken))}.`,
    `The API is described at ${url}/api/docs`,
    'Press Ctrl-C to stop.',
  ].join('\n');

/** Where a live service is; on its first run also the link that opens the first account. */
export const liveGreeting = (council: string, url: string, setUpLink: string | null): string =>
  [
    `Daybook of ${council} is open at ${url}`,
    ...(setUpLink
      ? [`Nobody can sign in yet. Open this link within a day to make the first account: ${url}${setUpLink}`]
      : []),
  ].join('\n');
