import { RecordedCommand } from '../../../event-store/command/command.js';
import {
  Id,
  Ids,
  OnDateOrInQuarter,
  OnDayOrInMonth,
  OnDue,
  Text,
  Texts,
  UserName,
  Whole,
} from '../../../event-store/command/fields.js';
import { Why } from '../why.js';

const SUPPORTING = { label: 'Supporting leads', example: ['Head of performance'], longest: 200 };
const DEPENDS_ON = { label: 'Depends on', example: ['Health visiting'], longest: 200 };
const SUCCESS = { label: 'What success looks like', max: 2_000 };
const RECOMMENDATIONS = { label: 'Recommendations', example: ['Ofsted 2017, 3'], most: 50, longest: 200 };

export class RaiseAction extends RecordedCommand {
  get type() {
    return 'RaiseAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Id({ label: 'Plan' }) planId!: string;
  @Text({ label: 'Reference', max: 20, example: 'A12' }) reference!: string;
  @Whole({ label: 'Theme', min: 1, max: 100 }) theme!: number;
  @Texts({ label: 'Plan references', example: ['5b(ii)'] }) planRefs!: string[];
  @Text({ label: 'Title', max: 200 }) title!: string;
  @Text({ label: 'Lead role', max: 200, optional: true }) leadRole!: string | null;
  @UserName({ label: 'Owner', description: 'The person who holds the lead role', optional: true }) ownerId!:
    string | null;
  @Texts({ ...SUPPORTING, optional: true }) supportingLeads!: string[] | null;
  @Texts({ ...DEPENDS_ON, optional: true }) dependsOn!: string[] | null;
  @OnDateOrInQuarter({ label: 'Start', optional: true }) startOn!: string | null;
  @OnDue({ label: 'Due', optional: true }) dueOn!: string | null;
  @Text({ ...SUCCESS, optional: true }) successLooksLike!: string | null;
  @Ids({ label: 'Measures', optional: true }) measureIds!: string[] | null;
  @Texts({ ...RECOMMENDATIONS, optional: true }) recommendations!: string[] | null;
}

/** The particulars as they shall stand from now on: what is left empty is empty then. */
export class ChangeActionParticulars extends RecordedCommand {
  get type() {
    return 'ChangeActionParticulars' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Whole({ label: 'Theme', min: 1, max: 100 }) theme!: number;
  @Texts({ label: 'Plan references', example: ['5b(ii)'] }) planRefs!: string[];
  @Text({ label: 'Title', max: 200 }) title!: string;
  @Texts(SUPPORTING) supportingLeads!: string[];
  @Texts(DEPENDS_ON) dependsOn!: string[];
  @OnDateOrInQuarter({ label: 'Start', optional: true }) startOn!: string | null;
  @Text({ ...SUCCESS, optional: true }) successLooksLike!: string | null;
  @Ids({ label: 'Measures' }) measureIds!: string[];
  @Texts(RECOMMENDATIONS) recommendations!: string[];
  @Why() why!: string;
}

export class AssignAction extends RecordedCommand {
  get type() {
    return 'AssignAction' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Owner’s role', max: 200, missing: 'Enter the role that owns the action' }) ownerRole!: string;
  @UserName({ label: 'Owner', description: 'The person who holds the role', optional: true }) ownerId!: string | null;
}

export class NoteProgress extends RecordedCommand {
  get type() {
    return 'NoteProgress' as const;
  }
  @Id({ label: 'Action' }) actionId!: string;
  @Text({ label: 'Progress', missing: 'Write down what has been done' }) note!: string;
  @OnDayOrInMonth({ label: 'As at' }) asAt!: string;
}

export const particularsCommands = [RaiseAction, ChangeActionParticulars, AssignAction, NoteProgress] as const;
export type ParticularsCommand = InstanceType<(typeof particularsCommands)[number]>;
