import { execFileSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

/** Whom the server runs as. Empty: the user who started Daybook. */
export type ServerUser = Readonly<{ uid?: number; gid?: number }>;

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user: the one that already owns the
 * data, otherwise `postgres`, otherwise `nobody`.
 * @throws Error when root has no such user to lend.
 */
export function serverUser(existing: string | null): ServerUser {
  if (process.getuid?.() !== 0) return {};
  const owner = existing === null ? null : statSync(existing);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = named('postgres') ?? named('nobody');
  if (!user) {
    throw new Error(
      'The database may not run as root. Start Daybook as an ordinary user, or add a user named postgres.',
    );
  }
  return user;
}

/** Gives a file or folder to the server's user, where that is not already the owner. */
export function giveTo(user: ServerUser, path: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

function named(name: string): ServerUser | null {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
