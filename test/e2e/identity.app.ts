import { Body, Controller, Get, Post, Req, type Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Request } from 'express';
import { Pool } from 'pg';
import request from 'supertest';
import { readConfig } from '../../src/app.config.js';
import { AppModule } from '../../src/app.module.js';
import { furnish } from '../../src/app.js';
import { EventStore, type StoredEvent } from '../../src/event-store/event-store.port.js';
import { takeDraft } from '../../src/identity/draft.js';
import { PERMISSIONS, type Permission } from '../../src/identity/permissions.js';
import { Public, Requires } from '../../src/identity/requires.js';
import { Upload } from '../../src/identity/upload.js';
import { Clock } from '../../src/kernel/clock.js';
import { collect } from '../contract/event-store.support.js';
import { freshPlace } from '../support/place.js';

/** Stands still until it is moved. */
export class HandClock extends Clock {
  private at = Date.parse('2018-01-16T09:00:00Z');

  now(): string {
    return new Date(this.at).toISOString();
  }

  pass(minutes: number): void {
    this.at += minutes * 60_000;
  }
}

/** Nobody said who may: nobody may. */
@Controller('probe/undecorated')
class Undecorated {
  @Get()
  open() {
    return 'open';
  }
}

/** Whoever wrote the handler forgot it, and the class is public: the class decides. */
@Controller('probe/public')
@Public()
class PublicClass {
  @Get()
  open() {
    return 'open';
  }

  @Get('but-not-this')
  @Requires('people.manage')
  closed() {
    return 'closed';
  }
}

@Controller('probe/form')
class FormProbe {
  @Get()
  @Requires('actions.rate')
  show(@Req() request: Request) {
    return { draft: takeDraft(request, '/probe/form') };
  }

  @Post()
  @Requires('actions.rate')
  send(@Body() body: object) {
    return { recorded: body };
  }

  @Post('plain-file')
  @Requires('imports.make')
  unmarked() {
    return 'taken';
  }

  @Post('file')
  @Requires('imports.make')
  @Upload('file', { limits: { fileSize: 1_000 } })
  marked(@Body() body: object) {
    return { recorded: body };
  }
}

const probeOf = (permission: Permission): Type => {
  @Controller(`api/probe/${permission}`)
  class Probe {
    @Get()
    @Requires(permission)
    open() {
      return 'open';
    }
  }
  return Probe;
};

const probes = [Undecorated, PublicClass, FormProbe, ...(Object.keys(PERMISSIONS) as Permission[]).map(probeOf)];

export type IdentityApp = Readonly<{
  app: NestExpressApplication;
  clock: HandClock;
  pool: Pool;
  /** Everything that is in the log. */
  log: () => Promise<StoredEvent[]>;
  agent: () => ReturnType<typeof request.agent>;
  stop: () => Promise<void>;
}>;

/** The whole application under a clock that is moved by hand, with probes that only ask who may. */
export const startIdentity = async (env: NodeJS.ProcessEnv): Promise<IdentityApp> => {
  const place = await freshPlace();
  const config = readConfig({ ...place.env, ...env });
  const clock = new HandClock();
  const module = await Test.createTestingModule({
    imports: [AppModule.with({ config, databaseUrl: place.databaseUrl, clock })],
    controllers: probes,
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  await furnish(app, config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const stop = async () => {
    await app.close();
    await place.drop();
  };
  const log = () => collect(app.get<EventStore>(EventStore).readAll(0n));
  return { app, clock, pool: app.get(Pool), log, agent: () => request.agent(url), stop };
};
