import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { rowsKnown, type Known } from '../kit/known.js';
import { subjectsTable } from './row.js';

/** Every plan reference that something carries, in the order of the plan: `2a`, `10b`. */
export class PlanReferences extends Query<readonly string[]> {
  constructor(readonly known: Known) {
    super();
  }
}

const inPlanOrder = new Intl.Collator('en-GB', { numeric: true });

@QueryHandler(PlanReferences)
export class PlanReferencesHandler implements IQueryHandler<PlanReferences> {
  constructor(private readonly db: DataSource) {}

  async execute({ known }: PlanReferences): Promise<readonly string[]> {
    const rows = await rowsKnown(this.db, subjectsTable, known).getMany();
    return [...new Set(rows.flatMap(({ planRefs }) => planRefs))].sort((a, b) => inPlanOrder.compare(a, b));
  }
}

export const subjectsQueries = [PlanReferencesHandler];
