/** Who is here. Rooms that name a person ask this, and never the room that keeps the accounts. */
export abstract class Staff {
  abstract standing(userId: string): Promise<'here' | 'left' | 'unknown'>;
}
