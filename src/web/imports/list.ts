import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Imports } from '../../../projections/import-receipts/query.js';
import type { Known } from '../../../projections/kit/known.js';
import { FaultyFile } from '../../importers/faulty-file.js';
import { page, type Page, type Typed } from '../answer/page.js';
import { problemOf, type Problem } from '../answer/problem.js';
import { KINDS_IN_WORDS } from './view.js';

type Faults = Pick<FaultyFile, 'listed' | 'further'>;
type Shown = Readonly<{ typed: Typed | null; before: number | null }>;

/** The page that lists what was imported and takes the next file. */
@Injectable()
export class ImportList {
  constructor(private readonly queries: QueryBus) {}

  show(known: Known, shown: Shown): Promise<Page> {
    return this.page(known, shown, null, null);
  }

  /** After a refusal: what was typed stands there again, and the faults of the file in a list of their own. */
  again(known: Known, typed: Typed, error: unknown): Promise<Page> {
    const problem = problemOf(error);
    if (!(error instanceof FaultyFile)) return this.page(known, { typed, before: null }, problem, null);
    const { formErrors: errors, listed, further } = error;
    return this.page(known, { typed, before: null }, { ...problem, errors }, { listed, further });
  }

  private async page(
    known: Known,
    { typed, before }: Shown,
    problem: Problem | null,
    faults: Faults | null,
  ): Promise<Page> {
    const { imports, more } = await this.queries.execute(new Imports(known, { before }));
    const older = more ? String(imports.at(-1)!.position) : null;
    const model = { imports, kinds: KINDS_IN_WORDS, older, before, typed: typed ?? {}, faults };
    return page('imports/page.njk', model, problem);
  }
}
