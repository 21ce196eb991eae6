/** What is known of an action on a day. Whoever gathers it leaves out what was not known by then. */
export type ActionFacts = Readonly<{
  /** A day, a month or a quarter. */
  startOn: string | null;
  dueOn: string | null;
  /** The due date that was given first, however often it was moved since. */
  firstDueOn: string | null;
  /** How often the due date was moved. */
  moves: number;
  /** The day it was entered into the plan. */
  raisedOn: string;
  /** What the latest progress note or rating was about: a day or a month; null where there is none. */
  lastUpdateOn: string | null;
  /** Without those that were dropped. */
  steps: readonly StepFact[];
  measures: readonly MeasureFact[];
  completion: 'open' | 'claimed' | 'verified' | 'withdrawn';
  /** The day for which completion was claimed, while the claim stands. */
  claimedOn: string | null;
  /** How many pieces of evidence are attached and not withdrawn. */
  evidence: number;
}>;

export type StepFact = Readonly<{ title: string; dueOn: string; doneOn: string | null }>;

/** `null`: cannot be told. `against` and `moved` are the figures, in words, for the working. */
export type MeasureFact = Readonly<{
  name: string;
  onTarget: boolean | null;
  direction: 'better' | 'worse' | 'same' | null;
  against?: string | null;
  moved?: string | null;
}>;
