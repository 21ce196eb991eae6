import { Controller, Get, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import type { Response } from 'express';
import { Public } from '../../identity/requires.js';
import { Vitals } from './vitals.js';

/** Ready, or not and why: 200 when the log answers and every projection has caught up and runs; otherwise 503. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly vitals: Vitals,
  ) {}

  @Get()
  @Public()
  @HealthCheck()
  async check(@Res({ passthrough: true }) response: Response) {
    try {
      return await this.health.check(this.vitals.all());
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      // Whoever watches over the service needs the particulars, not the page that a reader would get.
      response.status(error.getStatus());
      return error.getResponse();
    }
  }
}
