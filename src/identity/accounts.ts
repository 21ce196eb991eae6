import { Injectable } from '@nestjs/common';
import { EventStore } from '../event-store/event-store.port.js';
import { readStored } from '../event-store/read-stored.js';
import { Streams } from '../event-store/streams.js';
import { HANDLE } from '../kernel/handle.js';
import { Staff } from '../kernel/staff.js';
import { accountDecider, accountStream, type Account, type OpenAccountState } from './account/decider.js';
import { accountEvents, type AccountEvent } from './account/events.js';

export type ExistingAccount = Exclude<Account, { status: 'absent' }>;

const declared = new Map(accountEvents.map((event) => [event.type as string, event]));

/** Accounts as the log has them at this moment: there is no copy that could lag behind a closed account. */
@Injectable()
export class Accounts extends Staff {
  constructor(
    private readonly streams: Streams,
    private readonly store: EventStore,
  ) {
    super();
  }

  async find(userId: string): Promise<Account> {
    if (!HANDLE.test(userId)) return accountDecider.initial;
    const { state } = await this.streams.load(
      { decider: accountDecider, events: accountEvents },
      accountStream(userId),
    );
    return state;
  }

  /** The account when it may be used, otherwise null. */
  async findOpen(userId: string): Promise<OpenAccountState | null> {
    const account = await this.find(userId);
    return account.status === 'open' ? account : null;
  }

  async standing(userId: string): Promise<'here' | 'left' | 'unknown'> {
    const { status } = await this.find(userId);
    switch (status) {
      case 'open':
        return 'here';
      case 'closed':
        return 'left';
      case 'absent':
        return 'unknown';
    }
  }

  /** Everybody who ever had an account, by handle; up to a position, as it was known then. */
  async all(until: bigint): Promise<ExistingAccount[]> {
    const accounts = new Map<string, Account>();
    for await (const stored of this.store.readAll(0n, { types: [...declared.keys()] })) {
      const { stream, type, position } = stored;
      if (position > until) break;
      const event = readStored(declared.get(type), stored) as AccountEvent;
      accounts.set(stream, accountDecider.evolve(accounts.get(stream) ?? accountDecider.initial, event));
    }
    return [...accounts.values()]
      .filter((account) => account.status !== 'absent')
      .sort((a, b) => a.userId.localeCompare(b.userId));
  }
}
