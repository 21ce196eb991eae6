import { Controller, Get, Post, Query, UploadedFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Imports } from '../../../projections/import-receipts/query.js';
import { NOW, type Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { Requires } from '../../identity/requires.js';
import { FaultyFile } from '../../importers/faulty-file.js';
import { Uploads } from '../../importers/uploads.js';
import { page, SeeOther, type Page, type Typed } from '../answer/page.js';
import { problemOf, type Problem } from '../answer/problem.js';
import { AtKnown, By, Draft, Form } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { address } from '../shell/shell.js';
import { ImportDesk } from './desk.js';
import { particularsOf, uploadOf, type SentFile } from './form.js';
import { ImportUpload } from './too-large.js';
import { KINDS_IN_WORDS } from './view.js';

type Faults = Pick<FaultyFile, 'listed' | 'further'>;
type Again = Readonly<{ problem: Problem; faults: Faults | null }>;

/** What was imported, and the form to import more. */
@Controller('imports')
export class ImportsPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly desk: ImportDesk,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Requires('imports.read')
  show(@AtKnown() known: Known, @Query('before') before: unknown, @Draft() typed: Typed | null): Promise<Page> {
    return this.list(known, typed, wholeOf(before, 'before', POSITIONS));
  }

  @Post()
  @Requires('imports.make')
  @ImportUpload()
  async upload(@UploadedFile() file: SentFile | undefined, @Form() typed: Typed, @By() sender: Sender) {
    try {
      const upload = uploadOf(file);
      const particulars = particularsOf(typed);
      await this.desk.check(upload, particulars, sender);
      const sha256 = await this.uploads.keep(upload, sender.actor.userId);
      return new SeeOther(address(`/imports/check/${sha256}`, particulars));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 422) throw error;
      return this.list(NOW, typed, null, againOf(error, problem));
    }
  }

  private async list(known: Known, typed: Typed | null, before: number | null, again?: Again): Promise<Page> {
    const { imports, more } = await this.queries.execute(new Imports(known, { before }));
    const older = more ? String(imports.at(-1)!.position) : null;
    const model = { imports, kinds: KINDS_IN_WORDS, older, before, typed: typed ?? {}, faults: again?.faults ?? null };
    return page('imports/page.njk', model, again?.problem ?? null);
  }
}

/** The faults of a file stand in a table of their own; the summary at the top only leads to the file. */
const againOf = (error: unknown, problem: Problem): Again =>
  error instanceof FaultyFile
    ? { problem: { ...problem, errors: error.formErrors }, faults: { listed: error.listed, further: error.further } }
    : { problem, faults: null };
