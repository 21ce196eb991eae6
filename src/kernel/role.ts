/** The six parts a person can play. Each permission names the roles that hold it (`identity/permissions.ts`). */
export const ROLES = ['board', 'lead', 'performance', 'quality', 'inspector', 'admin'] as const;
export type Role = (typeof ROLES)[number];
