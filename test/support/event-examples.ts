import { CouncilNamed, DaybookOpened } from '../../src/governance/daybook/events.js';
import {
  AccessTokenIssued,
  AccessTokenRevoked,
  AccountClosed,
  AccountOpened,
  AccountReopened,
  PasswordChanged,
  PasswordLinkIssued,
  RoleChanged,
} from '../../src/identity/account/events.js';
import { FileImported, ReceiptsKept } from '../../src/importers/imported-file/events.js';
import type { DomainEvent } from '../../src/kernel/event-type.js';
import {
  BaselineSet,
  FigureUnavailable,
  MeasureDefined,
  ObservationContradicted,
  ObservationCorrected,
  ObservationRecorded,
  TargetSet,
} from '../../src/measures/measure/events.js';
import { DashboardPublished, PublishedRowRecorded } from '../../src/measures/published-dashboard/events.js';
import * as action from '../../src/plan/action/events.js';
import {
  ActionRuleAdopted,
  BragKeyAdopted,
  ObjectivesSet,
  PlanAdopted,
  RatingRuleAdopted,
  ThemesSet,
} from '../../src/plan/plan/events.js';

const planId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a01';
const actionId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a02';
const measureId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a03';
const tokenId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a04';
const importId = '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a05';
const userId = 'board-chair';
const step = { actionId, stepId: '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a06', title: 'Train the night team' };
const evidence = { actionId, evidenceId: '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a07', title: 'Rota of January' };
const escalation = {
  actionId,
  escalationId: '6a4a4a9c-0d2b-5e8f-9a51-0f6f5d7c1a08',
  board: 'the improvement board',
};
const particulars = {
  theme: 5,
  planRefs: ['5b(ii)'],
  title: 'See every child in time',
  supportingLeads: ['Head of performance'],
  dependsOn: ['Health visiting'],
  startOn: '2017-09',
  successLooksLike: 'Nine in ten visits are made within ten days',
  measureIds: [measureId],
  recommendations: ['Ofsted 2017, 3'],
};

/** One named example of every declared event, all about the same few things. A new event brings its own. */
export const EXAMPLES: readonly DomainEvent[] = [
  DaybookOpened.of({ mode: 'demo', council: 'Sample council' }),
  CouncilNamed.of({ from: 'Sample council', to: 'Anytown Council' }),

  AccountOpened.of({ userId, title: 'Improvement board member', role: 'board' }),
  RoleChanged.of({
    userId,
    from: 'board',
    to: 'inspector',
    fromTitle: 'Improvement board member',
    toTitle: 'Inspector',
  }),
  AccountClosed.of({ userId, why: 'Left the council' }),
  AccountReopened.of({ userId, why: 'Came back' }),
  PasswordLinkIssued.of({ userId }),
  PasswordChanged.of({ userId }),
  AccessTokenIssued.of({ userId, tokenId, label: 'Monthly report', expiresOn: '2018-12-31' }),
  AccessTokenRevoked.of({ userId, tokenId }),

  PlanAdopted.of({
    planId,
    kind: 'ofsted-improvement-plan',
    title: 'Getting to good',
    authority: 'Sample council',
    judgement: { label: 'Judgement', overall: 'Inadequate', publishedOn: '2017-07-07', inspectedIn: '2017-05' },
    adoptedOn: '2017-10',
  }),
  ObjectivesSet.of({ planId, objectives: [{ number: 1, text: 'Children are seen in time' }] }),
  ThemesSet.of({
    planId,
    themes: [{ number: 5, name: 'Visits' }],
    references: [{ reference: '5b(ii)', theme: 5, section: 'Visits in time' }],
  }),
  BragKeyAdopted.of({ planId, key: [{ brag: 'blue', means: 'complete and evidenced' }] }),
  RatingRuleAdopted.of({
    planId,
    rule: {
      version: 1,
      from: '2017-11',
      compareWith: ['baseline', 'previous'],
      better: 'green',
      worse: 'red',
      same: 'amber',
      targetIgnored: true,
      words: 'Better than at the judgement is green, worse is red',
    },
    adoptedOn: '2017-11-01',
  }),

  ActionRuleAdopted.of({
    planId,
    rule: {
      version: 1,
      from: '2017-11-01',
      updateWithinDays: 35,
      movesAllowed: 2,
      dueSoonDays: 30,
      signs: [
        { sign: 'overdue', supports: 'red' },
        { sign: 'not-updated', supports: 'amber' },
      ],
      words: 'Overdue is red; no update in five weeks is amber',
    },
    adoptedOn: '2017-11-01',
  }),

  action.ActionRaised.of({
    ...particulars,
    actionId,
    planId,
    reference: 'A12',
    leadRole: 'Head of service',
    ownerId: null,
    dueOn: null,
  }),
  action.ActionParticularsChanged.of({
    actionId,
    from: particulars,
    to: { ...particulars, title: 'See every child within ten days', planRefs: ['5b(ii)', '10a'] },
    why: 'The board asked for a limit',
  }),
  action.ActionAssigned.of({
    actionId,
    ownerRole: 'Head of the duty team',
    ownerId: 'duty.manager',
    fromRole: 'Head of service',
    fromId: null,
  }),
  action.ProgressNoted.of({ actionId, note: 'Two visiting officers started', asAt: '2018-01' }),
  action.ActionRated.of({
    actionId,
    from: 'amber',
    to: 'green',
    rationale: 'Nine in ten visits are in time',
    asAt: '2018-01-15',
  }),
  action.ActionPutAtRisk.of({ actionId, risk: 'One visiting officer leaves in March', asAt: '2018-01-15' }),
  action.ActionRiskLifted.of({ actionId, why: 'Another officer was found' }),
  action.DisputeAnswered.of({
    actionId,
    claimed: 'green',
    derived: 'amber',
    answer: 'The figures of December were entered late',
    asAt: '2018-01-16',
  }),
  action.DueDateSet.of({ actionId, dueOn: '2018-03-31', agreedBy: 'the improvement board', why: 'It had no date' }),
  action.DueDateMoved.of({
    actionId,
    from: '2018-03-31',
    to: '2018-19 Q1',
    agreedBy: 'the improvement board',
    why: 'The new rota begins in April',
    ordinal: 1,
  }),
  action.StepAdded.of({ ...step, dueOn: '2018-02-28' }),
  action.StepMoved.of({ ...step, from: '2018-02-28', to: '2018-03', why: 'The trainer was ill' }),
  action.StepDone.of({ ...step, doneOn: '2018-03-05' }),
  action.StepReopened.of({ ...step, why: 'One shift was left out' }),
  action.StepDropped.of({ ...step, why: 'The shift was given up' }),
  action.EvidenceAttached.of({
    ...evidence,
    kind: 'file',
    link: null,
    file: { sha256: 'e5'.repeat(32), name: 'rota.pdf', mediaType: 'application/pdf', bytes: 48_213 },
    describes: 'The rota of the new officers',
  }),
  action.EvidenceWithdrawn.of({ ...evidence, why: 'It was the rota of another team' }),
  action.ActionEscalated.of({ ...escalation, question: 'May the post be filled by an agency?', asAt: '2018-01-15' }),
  action.EscalationAnswered.of({ ...escalation, answer: 'Yes, until June', asAt: '2018-01-16' }),
  action.CompletionClaimed.of({
    actionId,
    summary: 'Every child was seen in time for three months',
    asAt: '2018-01-15',
    evidenceIds: [evidence.evidenceId],
    claimedBy: 'duty.manager',
    ownerId: 'duty.manager',
  }),
  action.CompletionSentBack.of({ actionId, why: 'The evidence shows two months only', asAt: '2018-01-16' }),
  action.CompletionVerified.of({
    actionId,
    comment: 'The visits of three months were looked at',
    asAt: '2018-01-16',
    evidenceIds: [evidence.evidenceId],
  }),
  action.ActionReopened.of({
    actionId,
    was: 'verified',
    ratingAfter: { rating: 'green', rationale: 'Nine in ten visits are in time', asAt: '2018-01-15' },
    why: 'Visits were late again in April',
  }),
  action.ActionWithdrawn.of({ actionId, why: 'It became part of action A14' }),

  MeasureDefined.of({
    measureId,
    planId,
    name: 'Visits in time',
    breakdown: 'Duty team',
    section: 'Visits',
    theme: 5,
    planRefs: ['5b(ii)'],
    unit: 'percent',
    polarity: 'higher',
    definition: 'Visits made within the limit, of all visits due',
    order: 1,
    source: 'returned',
  }),
  TargetSet.of({ measureId, target: { text: '90%', low: '90', high: null }, from: '2017-11' }),
  BaselineSet.of({ measureId, label: 'May 2017', value: '57.2' }),
  ObservationRecorded.of({ measureId, period: '2017-10', value: '60.0' }),
  ObservationContradicted.of({
    measureId,
    period: '2017-10',
    ordinal: 1,
    value: '61.5',
    standing: '60.0',
    why: 'Printed twice, with two figures',
  }),
  ObservationCorrected.of({
    measureId,
    period: '2017-10',
    ordinal: 0,
    was: '60.0',
    value: '60.5',
    why: 'Counted again',
  }),
  FigureUnavailable.of({ measureId, period: '2017-11', reason: 'Not currently available' }),

  DashboardPublished.of({ planId, period: '2017-11', publishedOn: '2018-01-16', source: 'the committee paper' }),
  PublishedRowRecorded.of({
    planId,
    period: '2017-11',
    row: 8,
    measureId,
    planRefs: ['5b(ii)'],
    measure: 'Visits in time',
    breakdown: 'Duty team',
    printed: {
      previous: { period: '2017-10', value: '60.0' },
      latest: { period: '2017-11', value: '62.0' },
      change: { value: '2.0', text: '+2%', direction: 'up' },
      baseline: null,
      target: null,
      rating: 'G',
      availability: null,
      note: null,
    },
  }),

  FileImported.of({
    importId,
    planId,
    kind: 'published-dashboard',
    fileName: 'dashboard-2017-11.csv',
    sha256: 'b5'.repeat(32),
    period: '2017-11',
    publishedOn: '2018-01-16',
    source: 'the committee paper',
    ignored: ['page'],
    rows: 70,
    recorded: 1,
    unchanged: 69,
  }),
  ReceiptsKept.of({
    importId,
    receipts: [
      {
        row: 9,
        printedRow: 8,
        measureId,
        measure: 'Visits in time: Duty team',
        outcome: 'recorded',
        words: ['Recorded 62.0 for November 2017'],
      },
    ],
  }),
];
