import { specify } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import { OpenDaybook } from './commands.js';
import { daybookDecider } from './decider.js';
import { DaybookOpened } from './events.js';

const open = (mode: 'demo' | 'live') => fill(OpenDaybook, { mode, council: 'Sample council' });
const opened = (mode: 'demo' | 'live') => DaybookOpened.of({ mode, council: 'Sample council' });
const { given } = specify(daybookDecider);

describe('opening the log', () => {
  it('is the first fact in it', () => given().when(open('live')).then(opened('live')));
  it('happens once', () => given(opened('demo')).when(open('demo')).thenNothing());
  it('never lets a live start read a demonstration', () =>
    given(opened('demo')).when(open('live')).thenRefused('wrong-mode', ''));
  it('never lets a demonstration start on a live log', () =>
    given(opened('live')).when(open('demo')).thenRefused('wrong-mode', ''));
});
