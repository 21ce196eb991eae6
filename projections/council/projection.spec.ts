import { CouncilNamed, DaybookOpened } from '../../src/governance/daybook/events.js';
import { projectionSpec } from '../../test/support/projection-spec.js';
import { council } from './index.js';

projectionSpec(council, (given) => {
  it('names the council', () =>
    given(DaybookOpened.of({ mode: 'demo', council: 'Sample council' })).thenRow('council', {
      name: 'Sample council',
      mode: 'demo',
    }));
  it('takes its new name', () =>
    given(
      DaybookOpened.of({ mode: 'live', council: 'Sample council' }),
      CouncilNamed.of({ from: 'Sample council', to: 'Anytown Council' }),
    ).thenRow('council', { name: 'Anytown Council', mode: 'live' }));
});
