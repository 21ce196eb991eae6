import { Injectable } from '@nestjs/common';
import { FactCheck } from '../../event-store/command/fact-check.js';
import { Refusal } from '../../kernel/refusal.js';
import { Staff } from '../../kernel/staff.js';
import type { ActionEvent } from './events.js';

/** An action is not given to somebody who has left, or whom nobody knows: from a page, over REST, or by a file. */
@Injectable()
export class OwnerIsHere extends FactCheck<ActionEvent> {
  constructor(private readonly staff: Staff) {
    super();
  }

  async check(facts: readonly ActionEvent[]): Promise<void> {
    for (const fact of facts)
      if ((fact.type === 'ActionRaised' || fact.type === 'ActionAssigned') && fact.data.ownerId !== null)
        await this.mustBeHere(fact.data.ownerId);
  }

  private async mustBeHere(userId: string): Promise<void> {
    switch (await this.staff.standing(userId)) {
      case 'here':
        return;
      case 'left':
        throw new Refusal(
          'owner-has-left',
          `${userId} has left: the account is closed. Choose somebody who is here, or give the role alone.`,
          'ownerId',
        );
      case 'unknown':
        throw new Refusal(
          'no-such-person',
          `Nobody has the user name ${userId}. Choose somebody with an account, or give the role alone.`,
          'ownerId',
        );
    }
  }
}
