import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { Projections } from '../../../projections/kit/projections.service.js';
import type { RecordedCommand } from '../../event-store/command/command.js';

/** The answer to a command over REST. */
export class Receipt {
  @ApiProperty({ description: 'Position in the log of the last event recorded. Reading from there on sees it.' })
  position!: number;
  @ApiProperty({
    description: 'Revision of the stream that was written; send it as Seen-Revision when changing it next.',
  })
  revision!: number;
  @ApiProperty({ description: 'How many events were recorded; 0 when it was so already.' })
  recorded!: number;
}

/** The one door for pages and REST: the command goes over the bus, and the figures have caught up when it returns. */
@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly projections: Projections,
  ) {}

  async send(command: RecordedCommand): Promise<Receipt> {
    const { position, revision, recorded } = await this.bus.execute(command);
    await this.projections.waitFor(position);
    return { position: Number(position), revision, recorded };
  }
}
