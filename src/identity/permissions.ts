import { ROLES, type Role } from '../kernel/role.js';

const EVERYONE = ROLES;

/** Who may do what: the one table. A route names a permission, never a role. */
export const PERMISSIONS = {
  'dashboard.read': EVERYONE,
  'plan.read': EVERYONE,
  'plan.edit': ['performance', 'admin'],
  'actions.read': EVERYONE,
  'actions.rate': ['lead'],
  'actions.note': ['lead'],
  'actions.assign': ['performance', 'admin'],
  'actions.claim': ['lead'],
  'actions.verify': ['performance', 'quality'],
  'actions.move-due': ['lead', 'performance'],
  'actions.steps': ['lead', 'performance'],
  'actions.evidence': ['lead', 'performance', 'quality'],
  'actions.escalate': ['lead', 'performance'],
  'actions.answer-escalation': ['board', 'performance'],
  'actions.withdraw': ['performance', 'admin'],
  'measures.read': EVERYONE,
  'measures.record': ['performance'],
  'measures.define': ['performance', 'admin'],
  'differences.read': EVERYONE,
  'imports.read': EVERYONE,
  'imports.make': ['performance'],
  'trail.read': EVERYONE,
  'log.read': EVERYONE,
  'operations.read': ['performance', 'admin'],
  'people.manage': ['admin'],
  'tokens.own': EVERYONE,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

const table: ReadonlyMap<string, readonly Role[]> = new Map(Object.entries(PERMISSIONS));

/** Whether a role holds a permission. A name that is in no row is held by nobody. */
export const may = (role: Role, permission: string): boolean => table.get(permission)?.includes(role) ?? false;

export const heldBy = (role: Role): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(role, permission));
