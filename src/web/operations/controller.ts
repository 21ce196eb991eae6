import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../identity/requires.js';
import { page } from '../answer/page.js';
import { Operations } from './standing.js';
import { operationsView } from './view.js';

/** Is everything running, and how far has it come? */
@Controller('operations')
export class OperationsPage {
  constructor(private readonly operations: Operations) {}

  @Get()
  @Requires('operations.read')
  async show() {
    return page('operations/page.njk', operationsView(await this.operations.standing()));
  }
}
