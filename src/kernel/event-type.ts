import { z } from 'zod';

/** What an event is about, so that the trail can link to it: `{ kind: 'action', id }`. */
export type Subject = Readonly<{ kind: string; id: string }>;

/** One line of a before-and-after table. `null` = there was nothing before. */
export type Change = Readonly<{ label: string; before: string | null; after: string | null }>;

type Fields = z.ZodObject;
type Older = Record<string, unknown>;

export type Declaration<S extends Fields> = Readonly<{
  /** One sentence for the event catalogue. */
  meaning: string;
  schema: S;
  /** What changed, in words, for one stored event of this kind. */
  words: (data: z.output<S>) => string;
  subject: (data: z.output<S>) => Subject;
  /** Only where an event replaces something; otherwise every field reads as newly set. */
  changes?: (data: z.output<S>) => readonly Change[];
  /** Why, where the data itself says so; a reason that the sender gave stands before it. */
  reason?: (data: z.output<S>) => string | null;
  /** Says anew what the last event of its kind said about the same subject: the trail shows that one as the before. */
  replaces?: true;
  version?: number;
  /** From the stored version to the next one, one step each. */
  upcasts?: Readonly<Record<number, (older: Older) => Older>>;
  /** Still read, never written again. */
  retired?: true;
}>;

/** One declaration per event: its name, its shape, its history, its meaning. The name is spelt nowhere else. */
export type EventType<T extends string = string, S extends Fields = Fields> = Readonly<
  Omit<Declaration<S>, 'version' | 'upcasts'> & {
    type: T;
    version: number;
    upcasts: Readonly<Record<number, (older: Older) => Older>>;
    of(data: z.input<S>): { readonly type: T; readonly data: z.output<S> };
  }
>;

/** Any declared event, where only its name and shape matter. */
// The data type is contravariant in `words`, so a list of different events needs this one wide type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyEventType = EventType<string, any>;

export type EventOf<E> =
  E extends EventType<infer T, infer S> ? { readonly type: T; readonly data: z.output<S> } : never;

export type DomainEvent = Readonly<{ type: string; data: Readonly<Record<string, unknown>> }>;

export const defineEvent = <const T extends string, S extends Fields>(
  type: T,
  declaration: Declaration<S>,
): EventType<T, S> => ({
  ...declaration,
  type,
  version: declaration.version ?? 1,
  upcasts: declaration.upcasts ?? {},
  of: (data) => ({ type, data: declaration.schema.parse(data) }),
});

/**
 * Stored shape to today's shape: walk the upcasts, then run the schema.
 * @throws Error in words, when the stored version is newer than this software, a step is missing, or the data does not fit.
 */
export const readEvent = (declared: AnyEventType, storedVersion: number, data: Older): DomainEvent => {
  if (storedVersion > declared.version)
    throw new Error(
      `${declared.type} was stored at version ${storedVersion}; this software knows ${declared.version}. Start the newer version.`,
    );
  let current = data;
  for (let version = storedVersion; version < declared.version; version += 1) {
    const step = declared.upcasts[version];
    if (!step) throw new Error(`${declared.type} has no upcast from version ${version}`);
    current = step(current);
  }
  const schema = declared.schema as Fields;
  const read = schema.safeParse(current);
  if (read.success) return { type: declared.type, data: read.data };
  throw new Error(`${declared.type} does not have the shape that it was declared with: ${inWords(read.error)}.`);
};

const inWords = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
