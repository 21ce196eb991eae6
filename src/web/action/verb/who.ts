/** Who may, for whoever may not; `identity/permissions.ts` decides. */
export const LEADS = 'Operational leads do this.';
export const LEADS_OR_PERFORMANCE = 'Operational leads and the performance team do this.';
export const PERFORMANCE = 'The performance team and administrators do this.';
export const QUALITY_TOO = 'Operational leads, the performance team and quality assurance do this.';
export const BOARD = 'Board members, and the performance team on the board’s behalf, do this.';
