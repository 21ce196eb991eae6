import { Controller, Get, Post, Query, UploadedFile } from '@nestjs/common';
import { NOW, type Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { Requires } from '../../identity/requires.js';
import { Uploads } from '../../importers/uploads.js';
import { SeeOther, type Page, type Typed } from '../answer/page.js';
import { problemOf } from '../answer/problem.js';
import { AtKnown, By, Draft, Form } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { address } from '../shell/shell.js';
import { ImportDesk } from './desk.js';
import { particularsOf, uploadOf, type SentFile } from './form.js';
import { ImportList } from './list.js';
import { ImportUpload } from './too-large.js';

/** What was imported, and the form to import more. */
@Controller('imports')
export class ImportsPage {
  constructor(
    private readonly list: ImportList,
    private readonly desk: ImportDesk,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  @Requires('imports.read')
  show(@AtKnown() known: Known, @Query('before') before: unknown, @Draft() typed: Typed | null): Promise<Page> {
    return this.list.show(known, { typed, before: wholeOf(before, 'before', POSITIONS) });
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
      if (problemOf(error).status !== 422) throw error;
      return this.list.again(NOW, typed, error);
    }
  }
}
