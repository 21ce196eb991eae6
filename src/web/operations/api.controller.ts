import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../identity/requires.js';
import { ReadsNow } from '../answer/api.js';
import { OperationsAnswer } from './answers.js';
import { Operations } from './standing.js';

@ApiTags('Operations')
@Controller('api/operations')
export class OperationsApi {
  constructor(private readonly operations: Operations) {}

  @Get()
  @Requires('operations.read')
  @ReadsNow('How far each projection has come, how fast it is, and what stopped it', OperationsAnswer)
  async read(): Promise<OperationsAnswer> {
    const { log, projections } = await this.operations.standing();
    return { log, projections: [...projections] };
  }
}
