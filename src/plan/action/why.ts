import { Text } from '../../event-store/command/fields.js';

/** Why something was changed: asked for wherever a later reader would wonder. */
export const Why = (label = 'Reason') =>
  Text({ label, min: 10, max: 2_000, missing: 'Say why, in at least 10 characters' });
