import { eventCatalogue } from '../src/event-catalogue.js';
import { actionBoardQueries } from './action-board/query.js';
import { actionBoard } from './action-board/index.js';
import { auditTrail } from './audit-trail/index.js';
import { auditTrailQueries } from './audit-trail/query.js';
import type { AnyProjection } from './kit/define-projection.js';
import { momentsOf } from './kit/moments.js';
import { subjects } from './subjects/index.js';
import { subjectsQueries } from './subjects/query.js';

export const moments = momentsOf(eventCatalogue.values());

/** Every projection that the runner starts. */
export const projections: readonly AnyProjection[] = [moments, actionBoard, subjects, auditTrail];

/** What the QueryBus can be asked. */
export const queryHandlers = [...actionBoardQueries, ...subjectsQueries, ...auditTrailQueries];
