import { eventCatalogue } from '../src/event-catalogue.js';
import { actionBoardQueries } from './action-board/query.js';
import { actionBoard } from './action-board/index.js';
import type { AnyProjection } from './kit/define-projection.js';
import { momentsOf } from './kit/moments.js';

export const moments = momentsOf(eventCatalogue.values());

/** Every projection that the runner starts. */
export const projections: readonly AnyProjection[] = [moments, actionBoard];

/** What the QueryBus can be asked. */
export const queryHandlers = [...actionBoardQueries];
