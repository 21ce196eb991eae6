import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Pool } from 'pg';
import { Clock } from '../kernel/clock.js';
import { NotFound } from '../kernel/refusal.js';
import { sha256Of, type Upload } from './file/read-file.js';

const TABLE = `
  begin;
  select pg_advisory_xact_lock(hashtext('daybook.importers.create'));
  create schema if not exists importers;
  create table if not exists importers.uploads (
    sha256 text primary key,
    file_name text not null,
    bytes bytea not null,
    uploaded_by text not null,
    uploaded_at timestamptz not null
  );
  commit;`;

type Row = { file_name: string; bytes: Buffer };

/** Files between the dry run and the confirmation; a day later they are gone. */
@Injectable()
export class Uploads implements OnModuleInit {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.pool.query(TABLE);
  }

  /** @returns the SHA-256 by which it is found again. */
  async keep({ fileName, bytes }: Upload, userId: string): Promise<string> {
    const [sha256, now] = [sha256Of(bytes), this.clock.now()];
    await this.pool.query(`delete from importers.uploads where uploaded_at < $1::timestamptz - interval '1 day'`, [
      now,
    ]);
    await this.pool.query(
      `insert into importers.uploads values ($1, $2, $3, $4, $5)
       on conflict (sha256) do update set file_name = $2, uploaded_by = $4, uploaded_at = $5`,
      [sha256, fileName, bytes, userId, now],
    );
    return sha256;
  }

  /** @throws NotFound when it was never kept, or not any more. */
  async find(sha256: string): Promise<Upload> {
    const { rows } = await this.pool.query<Row>('select file_name, bytes from importers.uploads where sha256 = $1', [
      sha256,
    ]);
    const [row] = rows;
    if (!row) throw new NotFound('no-such-upload', 'This file is no longer waiting to be imported. Choose it again.');
    return { fileName: row.file_name, bytes: row.bytes };
  }

  async forget(sha256: string): Promise<void> {
    await this.pool.query('delete from importers.uploads where sha256 = $1', [sha256]);
  }
}
