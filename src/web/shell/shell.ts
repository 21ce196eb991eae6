import { Temporal } from '@js-temporal/polyfill';
import type { Permission } from '../../identity/permissions.js';
import { instantFromLondon, momentInWords, plainDate } from '../../kernel/plain-date.js';
import type { Role } from '../../kernel/role.js';

export type Person = Readonly<{ userId: string; title: string; role: Role; may: (permission: Permission) => boolean }>;

/** A past moment a page is read at. `local` is the London clock time, as a `datetime-local` input holds it. */
export type KnownAt = Readonly<{ instant: string; words: string; local: string }>;

export type NavigationLink = Readonly<{ text: string; href: string; current: boolean }>;

/** What every page needs around its own content. Templates see it as `shell`. */
export type Shell = Readonly<{
  council: string;
  product: 'Daybook';
  /** The log was simulated: every page says so. */
  simulated: boolean;
  path: string;
  query: Readonly<Record<string, string>>;
  knownAt: KnownAt | null;
  person: Person | null;
  navigation: readonly NavigationLink[];
  /** The last event in the figures shown, and when it was recorded, in words. */
  freshness: Readonly<{ position: number; words: string }> | null;
  /** The day it is in London, for the date boxes of forms. */
  today: string;
  csrf: string;
  notice?: string;
  errors?: readonly Readonly<{ sentence: string; href: string }>[];
  /** The names of projections that stopped, in words a reader knows: "monthly dashboard". */
  stopped?: readonly string[];
  /** Those whose new table is still being built from the log, and how much of it is. */
  rebuilding?: readonly Readonly<{ name: string; percent: number }>[];
}>;

/** The pages of the navigation, in order, each with the permission that opens it. */
export const PAGES = [
  { text: 'Dashboard', href: '/dashboard', permission: 'dashboard.read' },
  { text: 'Plan', href: '/plan', permission: 'plan.read' },
  { text: 'Actions', href: '/actions', permission: 'actions.read' },
  { text: 'Measures', href: '/measures', permission: 'measures.read' },
  { text: 'Differences', href: '/differences', permission: 'differences.read' },
  { text: 'Imports', href: '/imports', permission: 'imports.read' },
  { text: 'Audit trail', href: '/audit-trail', permission: 'trail.read' },
  { text: 'Operations', href: '/operations', permission: 'operations.read' },
  { text: 'People', href: '/people', permission: 'people.manage' },
] as const satisfies readonly Readonly<{ text: string; href: string; permission: Permission }>[];

/** Links only to what the person may open; nobody signed in sees none. A past moment stays with them. */
export const navigationFor = (person: Person | null, path: string, knownAt: KnownAt | null): NavigationLink[] =>
  PAGES.filter((page) => person?.may(page.permission)).map(({ text, href }) => ({
    text,
    href: address(href, {}, knownAt),
    current: path === href || path.startsWith(`${href}/`),
  }));

/**
 * What a person or a link gives as `knownAt`: London clock time (`2018-01-16T09:30`) or an instant (`…Z`).
 * @throws RangeError when it is neither.
 */
export const knownAtFrom = (text: string): KnownAt => {
  const instant = plainDate.isInstant(text) ? text : instantFromLondon(text);
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDateTime();
  return { instant, words: momentInWords(instant), local: there.toString().replace(/:00$/, '') };
};

/** A path with its parameters; empty ones are left out, and the moment it is read at is kept. */
export const address = (
  path: string,
  parameters: Readonly<Record<string, string | null | undefined>>,
  knownAt: KnownAt | null = null,
): string => {
  const kept = { ...parameters, ...(knownAt && { knownAt: knownAt.instant }) };
  const given = Object.entries(kept).filter((pair): pair is [string, string] => !!pair[1]);
  return given.length ? `${path}?${new URLSearchParams(given).toString()}` : path;
};
