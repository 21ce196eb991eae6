import { specify } from '../../../test/support/decider-spec.js';
import { fill } from '../../event-store/command/fill.js';
import { OpenDaybook } from './commands.js';
import { daybookDecider } from './decider.js';
import { CouncilNamed, DaybookOpened } from './events.js';

const open = (mode: 'demo' | 'live', council: string | null = 'Sample council') => fill(OpenDaybook, { mode, council });
const opened = (mode: 'demo' | 'live') => DaybookOpened.of({ mode, council: 'Sample council' });
const { given } = specify(daybookDecider);

describe('opening the log', () => {
  it('is the first fact in it', () => given().when(open('live')).then(opened('live')));
  it('has a plain name until the council is named', () =>
    given()
      .when(open('live', null))
      .then(DaybookOpened.of({ mode: 'live', council: "Children's services" })));
  it('takes a new name, and keeps the old one in the log', () =>
    given(opened('live'))
      .when(open('live', 'Anytown Council'))
      .then(CouncilNamed.of({ from: 'Sample council', to: 'Anytown Council' })));
  it('keeps its name when none is given', () => given(opened('live')).when(open('live', null)).thenNothing());
  it('happens once', () => given(opened('demo')).when(open('demo')).thenNothing());
  it('never lets a live start read a demonstration', () =>
    given(opened('demo')).when(open('live')).thenRefused('wrong-mode', ''));
  it('never lets a demonstration start on a live log', () =>
    given(opened('live')).when(open('demo')).thenRefused('wrong-mode', ''));
});
