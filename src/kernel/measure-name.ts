/** A measure as a reader calls it, with the breakdown if it has one: `Average caseload: Duty and assessment`. */
export const measureName = (measure: string, breakdown: string | null): string =>
  breakdown ? `${measure}: ${breakdown}` : measure;
