import { Body, Controller, Get, Post, Query, Req, UploadedFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Imports, OneImport, type ListedImport } from '../../../projections/import-receipts/query.js';
import type { Known } from '../../../projections/kit/known.js';
import type { Sender } from '../../event-store/command/command.js';
import { Requires } from '../../identity/requires.js';
import { seriesName } from '../../importers/file/printed-series.js';
import { countOf } from '../../importers/rehearsed.js';
import { IdOf } from '../answer/id.js';
import { Reads, Writes } from '../answer/api.js';
import { AtKnown, By } from '../answer/request.js';
import { POSITIONS, wholeOf } from '../answer/whole.js';
import { ImportAnswer, ImportForm, ImportsAnswer, OneImportAnswer, type ListedImportAnswer } from './answers.js';
import { ImportDesk, type CheckedImport } from './desk.js';
import { dryRunOf, particularsOf, uploadOf, type SentFile } from './form.js';
import { ImportUpload } from './too-large.js';

type Asked = Readonly<Record<string, unknown>>;

@ApiTags('Imports')
@Controller('api/imports')
export class ImportsApi {
  constructor(
    private readonly queries: QueryBus,
    private readonly desk: ImportDesk,
  ) {}

  @Get()
  @Requires('imports.read')
  @Reads('Every file that was imported, newest first', ImportsAnswer)
  @ApiQuery({ name: 'before', required: false, type: 'integer', description: 'Only imports before this position' })
  async list(@AtKnown() known: Known, @Query('before') before: unknown): Promise<ImportsAnswer> {
    const { imports, more } = await this.queries.execute(
      new Imports(known, { before: wholeOf(before, 'before', POSITIONS) }),
    );
    return { imports: imports.map(listed), next: more ? imports.at(-1)!.position : null };
  }

  @Get(':importId')
  @Requires('imports.read')
  @Reads('One import, with what became of each row', OneImportAnswer)
  async one(@IdOf('import') importId: string, @AtKnown() known: Known): Promise<OneImportAnswer> {
    const row = await this.queries.execute(new OneImport(known, importId));
    return { ...listed(row), receipts: row.receipts };
  }

  @Post()
  @Requires('imports.make')
  @ImportUpload()
  @ApiConsumes('multipart/form-data', 'text/csv')
  @ApiBody({ type: ImportForm })
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'], description: 'true: nothing is recorded' })
  @ApiQuery({
    name: 'period',
    required: false,
    type: String,
    example: '2017-11',
    description: 'When not given: the newest in the file',
  })
  @ApiQuery({
    name: 'publishedOn',
    required: false,
    type: String,
    example: '2018-01-16',
    description: 'Needed, here or in the form',
  })
  @ApiQuery({
    name: 'source',
    required: false,
    type: String,
    description: 'The paper it was published in; needed, here or in the form',
  })
  @Writes('Import a published dashboard or a supervision return: all of it, or nothing', ImportAnswer)
  async make(
    @Req() request: Request,
    @UploadedFile() file: SentFile | undefined,
    @Body() body: unknown,
    @Query() asked: Asked,
    @By() sender: Sender,
  ): Promise<ImportAnswer> {
    const dryRun = dryRunOf(asked.dryRun);
    const upload = uploadOf(file ?? rawFile(request, asked));
    const fields = Buffer.isBuffer(body) ? {} : ((body ?? {}) as Asked);
    const checked = await this.desk.check(upload, particularsOf(asked, fields), sender);
    if (dryRun) return answerOf(checked, { dryRun, already: checked.already, position: null });
    const { already, position } = await this.desk.carryOut(checked, sender);
    return answerOf(checked, { dryRun, already, position: Number(position) });
  }
}

/** The body itself, where it was sent as `text/csv`. */
const rawFile = ({ body }: Request, { fileName }: Asked): SentFile | undefined =>
  Buffer.isBuffer(body)
    ? { originalname: typeof fileName === 'string' && fileName ? fileName : 'file.csv', buffer: body }
    : undefined;

const listed = (row: ListedImport): ListedImportAnswer => {
  const { importId, kind, fileName, sha256, period, publishedOn, source, ignored, rows } = row;
  const { recorded, unchanged, importedBy, importedAt, position } = row;
  const file = { importId, kind, fileName, sha256, period, publishedOn, source, ignored, rows };
  return { ...file, recorded, unchanged, importedBy, importedAt, position };
};

type Carried = Pick<ImportAnswer, 'dryRun' | 'already' | 'position'>;

const answerOf = (checked: CheckedImport, carried: Carried): ImportAnswer => {
  const { importId, sha256, fileName, ignored, rows, kind } = checked.file;
  return {
    ...{ importId, kind: kind.kind, fileName, sha256, ...checked.publication, ignored: [...ignored], rows },
    recorded: countOf(checked, 'recorded'),
    unchanged: countOf(checked, 'unchanged'),
    refused: countOf(checked, 'refused'),
    ...carried,
    receipts: checked.series.map(({ series, outcome, words, differences }) => ({
      ...{ row: series.row, printedRow: series.printedRow, measureId: series.known.measureId },
      ...{ measure: seriesName(series), outcome, words: [...words], differences: [...differences] },
    })),
  };
};
