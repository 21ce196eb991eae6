import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { auditTime, map, merge, scan, timer, type Observable } from 'rxjs';
import { Projections } from '../../../projections/kit/projections.service.js';
import { Requires } from '../../identity/requires.js';

const HEARTBEAT_MS = 25_000;
const AT_MOST_EVERY_MS = 500;

/** How far the read models have come, as it happens: the page says "figures have changed" and never changes by itself. */
@Controller('live')
export class LiveController {
  constructor(private readonly projections: Projections) {}

  @Sse()
  @Requires('dashboard.read')
  follow(): Observable<MessageEvent> {
    const furthest = this.projections.progress.pipe(
      scan((position, progress) => (progress.position > position ? progress.position : position), 0n),
      auditTime(AT_MOST_EVERY_MS),
      map((position): MessageEvent => ({ data: { position: Number(position) } })),
    );
    // Proxies close a silent connection.
    const alive = timer(HEARTBEAT_MS, HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'alive', data: '' })));
    return merge(furthest, alive);
  }
}
