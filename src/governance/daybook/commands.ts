import { RecordedCommand } from '../../event-store/command/command.js';
import { OneOf, Text } from '../../event-store/command/fields.js';
import { MODES, type Mode } from './events.js';

/** Sent at every start; the first one opens the log. */
export class OpenDaybook extends RecordedCommand {
  get type() {
    return 'OpenDaybook' as const;
  }
  @OneOf(MODES, { label: 'Mode' }) mode!: Mode;
  @Text({ label: 'Council', max: 200, optional: true }) council!: string | null;
}
