import { operationsView } from './view.js';
import type { ProjectionStanding } from './standing.js';

const standing = (lag: ProjectionStanding['lag'], rest: Partial<ProjectionStanding> = {}): ProjectionStanding => ({
  name: 'action-board',
  answers: 'How does each action stand?',
  version: 1,
  state: 'running',
  position: 400_768,
  lag,
  eventsPerSecond: 12.4,
  built: null,
  failure: null,
  ...rest,
});

const lineOf = (one: ProjectionStanding) =>
  operationsView({ log: { position: 409_865, recordedAt: null }, projections: [one] }).lines[0]!;

describe('how far a read model is behind', () => {
  it.each<[ProjectionStanding['lag'], string]>([
    [{ events: 0, more: false, seconds: 0 }, 'Up to date'],
    [{ events: 1, more: false, seconds: 0.2 }, '1 event'],
    [{ events: 1_200, more: false, seconds: 5_400 }, '1,200 events, 2 hours'],
    [{ events: 1_000, more: true, seconds: 60 }, 'More than 1,000 events, 60 seconds'],
  ])('is told in events, and in time: %j', (lag, words) => expect(lineOf(standing(lag)).behind).toBe(words));

  it('is told in events only while it is rebuilt: all its events are old', () => {
    const building = standing({ events: 1_000, more: true, seconds: 5_400 }, { state: 'rebuilding', built: 40 });
    expect(lineOf(building).behind).toBe('More than 1,000 events');
  });

  it('is told with the events it takes a second, once that is known', () => {
    const lag = { events: 0, more: false, seconds: 0 };
    expect(lineOf(standing(lag)).rate).toBe('12');
    expect(lineOf(standing(lag, { eventsPerSecond: null })).rate).toBe('Not yet known');
  });
});
