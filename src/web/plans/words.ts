import type { PlanKind } from '../../plan/plan/events.js';

export const KINDS_IN_WORDS: Readonly<Record<PlanKind, string>> = {
  'ofsted-improvement-plan': 'Ofsted improvement plan',
  'practice-improvement-plan': 'Practice improvement plan',
  'management-agreement': 'Management agreement',
  'partnership-plan': 'Partnership plan',
};
