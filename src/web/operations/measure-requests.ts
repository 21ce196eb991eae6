import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Metrics } from './metrics.js';

type Matched = Readonly<{ path?: unknown }> | undefined;

/** Times every request under the pattern of its route, so that ids in addresses do not multiply the series. */
@Injectable()
export class MeasureRequests implements NestMiddleware {
  constructor(private readonly metrics: Metrics) {}

  use(request: Request, response: Response, next: NextFunction): void {
    const stop = this.metrics.requests.startTimer({ method: request.method });
    response.once('close', () => {
      const pattern = (request.route as Matched)?.path;
      stop({ route: typeof pattern === 'string' ? pattern : 'none', status: String(response.statusCode) });
    });
    next();
  }
}
