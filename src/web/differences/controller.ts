import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Known } from '../../../projections/kit/known.js';
import { PublishedDashboards } from '../../../projections/published-dashboards/query.js';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { AtKnown } from '../answer/request.js';
import { differencesAsked } from './asked.js';
import { differencesView } from './view.js';

/** Where a published dashboard disagrees with its own figures: both are kept, and neither is corrected in silence. */
@Controller('differences')
export class DifferencesPage {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('differences.read')
  async show(@AtKnown() known: Known, @Query('period') period: unknown) {
    const [answer, published] = await Promise.all([
      differencesAsked(this.queries, known, period),
      this.queries.execute(new PublishedDashboards(known)),
    ]);
    const asked = typeof period === 'string' && period !== '' ? period : null;
    return page('differences/page.njk', differencesView(answer, published, asked));
  }
}
