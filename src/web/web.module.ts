import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { ActionApi } from './action/api.controller.js';
import { ActionPage } from './action/controller.js';
import { ActionLifeApi } from './action/life.api.controller.js';
import { ActionPartsApi } from './action/parts.api.controller.js';
import { verbPages } from './action/verb/page.js';
import { NoteProgressPage } from './action/note/controller.js';
import { RateActionPage } from './action/rate/controller.js';
import { ActionsByMonthPage } from './actions/by-month/controller.js';
import { ActionsPage } from './actions/controller.js';
import { DueDatesPage } from './actions/due-dates/controller.js';
import { AnswerModule } from './answer/answer.module.js';
import { AuditTrailApi } from './audit-trail/api.controller.js';
import { AuditTrailPage } from './audit-trail/controller.js';
import { LogApi } from './audit-trail/log.controller.js';
import { DashboardApi } from './dashboard/api.controller.js';
import { DashboardPage } from './dashboard/controller.js';
import { DifferencesApi } from './differences/api.controller.js';
import { DifferencesPage } from './differences/controller.js';
import { HealthController } from './health/controller.js';
import { Readiness } from './health/readiness.js';
import { Vitals } from './health/vitals.js';
import { HomePage } from './home/controller.js';
import { ImportsModule } from './imports/module.js';
import { LiveController } from './live/controller.js';
import { MeasuresApi } from './measure/api.controller.js';
import { MeasurePage } from './measure/controller.js';
import { CorrectFigurePage } from './measure/correct/controller.js';
import { RecordFigurePage } from './measure/record/controller.js';
import { MeasuresPage } from './measures/controller.js';
import { OperationsModule } from './operations/module.js';
import { PlanApi } from './plan/api.controller.js';
import { PlansApi } from './plans/api.controller.js';
import { PlansPage } from './plans/controller.js';
import { PlanPage } from './plan/controller.js';
import { SignInModule } from './sign-in/module.js';

/** Every page and every REST route. */
@Module({
  imports: [CqrsModule, TerminusModule, AnswerModule, SignInModule, ImportsModule, OperationsModule],
  controllers: [
    HomePage,
    DashboardPage,
    DashboardApi,
    MeasuresPage,
    RecordFigurePage,
    CorrectFigurePage,
    MeasurePage,
    MeasuresApi,
    DifferencesPage,
    DifferencesApi,
    PlansPage,
    PlansApi,
    PlanPage,
    PlanApi,
    ActionsByMonthPage,
    DueDatesPage,
    ActionsPage,
    RateActionPage,
    NoteProgressPage,
    ...verbPages,
    ActionPage,
    ActionApi,
    ActionLifeApi,
    ActionPartsApi,
    AuditTrailPage,
    AuditTrailApi,
    LogApi,
    LiveController,
    HealthController,
  ],
  providers: [Readiness, Vitals],
  exports: [Readiness],
})
export class WebModule {}
