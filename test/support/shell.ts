import type { Shell } from '../../src/web/shell/shell.js';

/** What stands around a page of a spec: nobody signed in, at the present, in January 2018. */
export const shellWith = (changes: Partial<Shell> = {}): Shell => ({
  council: 'Sample council',
  product: 'Daybook',
  simulated: false,
  path: '/',
  query: {},
  knownAt: null,
  person: null,
  navigation: [],
  freshness: { position: 1234, words: '16 January 2018 at 09:30' },
  today: '2018-01-16',
  csrf: 'token',
  ...changes,
});
