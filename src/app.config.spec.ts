import { readConfig } from './app.config.js';

const url = 'esdb://ops:secret@eventstore:2113';

describe('where the log is kept', () => {
  it.each([
    [{}, null],
    [{ EVENT_STORE: 'postgres', EVENTSTORE_URL: url }, null],
    [{ EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: url }, url],
  ])('with %j is %s', (env, eventStoreUrl) => {
    expect(readConfig(env).eventStoreUrl).toBe(eventStoreUrl);
  });

  it.each([
    [{ EVENT_STORE: 'eventstoredb' }, 'EVENT_STORE=eventstoredb needs EVENTSTORE_URL'],
    [{ EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: '', NODE_ENV: 'production' }, 'needs EVENTSTORE_URL'],
    [{ EVENT_STORE: 'memory' }, 'EVENT_STORE must be postgres or eventstoredb, not "memory".'],
  ])('is not guessed from %j', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });
});
