import { Injectable } from '@nestjs/common';

/** Ready means: everything that was in the log when loading ended has been projected. Later lag is not unreadiness. */
@Injectable()
export class Readiness {
  private needed: bigint | null = null;

  require(position: bigint): void {
    this.needed = position;
  }

  reached(position: bigint): boolean {
    return this.needed !== null && position >= this.needed;
  }
}
