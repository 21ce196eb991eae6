import type { ServerUser } from './user.js';

/** What the server's programs see of our environment: no secret of the app, English messages, UTC. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
});

/**
 * The name of a working folder for a server that root lends another user: that user may be unable to walk there
 * (a checkout below /root), but Linux lets every process name its own working folder.
 */
export const seenFromInside = (folder: string, user: ServerUser): string =>
  user.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder;
