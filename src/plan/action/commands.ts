import { completionCommands } from './completion/commands.js';
import { dueDateCommands } from './due-date/commands.js';
import { escalationCommands } from './escalation/commands.js';
import { evidenceCommands } from './evidence/commands.js';
import { particularsCommands } from './particulars/commands.js';
import { ratingCommands } from './rating/commands.js';
import { stepCommands } from './steps/commands.js';

export * from './completion/commands.js';
export * from './due-date/commands.js';
export * from './escalation/commands.js';
export * from './evidence/commands.js';
export * from './particulars/commands.js';
export * from './rating/commands.js';
export * from './steps/commands.js';

export const actionCommands = [
  ...particularsCommands,
  ...ratingCommands,
  ...dueDateCommands,
  ...stepCommands,
  ...evidenceCommands,
  ...escalationCommands,
  ...completionCommands,
] as const;
export type ActionCommand = InstanceType<(typeof actionCommands)[number]>;
