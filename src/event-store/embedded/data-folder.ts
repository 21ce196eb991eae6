import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `home` is ours (cluster and password together); `cluster` is PostgreSQL's own data folder. */
export type DataFolder = Readonly<{ dataDir: string; home: string; cluster: string }>;

export const dataFolder = (dataDir: string): DataFolder => {
  const home = join(dataDir, 'postgres');
  return { dataDir, home, cluster: join(home, 'data') };
};

/** @throws Error when the folder cannot be made, or is not ours to write. */
export function openFolder({ dataDir, home, cluster }: DataFolder): void {
  try {
    // Others may pass through but not list: the server's user may be another than ours.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    if (existsSync(home)) accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(
      `Daybook cannot write to ${dataDir}. Start it as the user who owns that folder, or set DATA_DIR to another folder.`,
    );
  }
  if (existsSync(home) && !existsSync(join(cluster, 'PG_VERSION'))) {
    throw new Error(
      `${home} holds something else than Daybook's database. Move it away, or set DATA_DIR to another folder.`,
    );
  }
}

/** @throws Error when another major version of PostgreSQL made the data. */
export function checkVersion({ dataDir, cluster }: DataFolder, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (Number(found) === major) return;
  const remedy = Number(found) > major ? 'Use the newer Daybook' : 'Move the data with pg_upgrade';
  throw new Error(
    `${dataDir} was written by PostgreSQL ${found}; this Daybook brings PostgreSQL ${major}. ${remedy}, or set DATA_DIR to another folder.`,
  );
}

export const readPassword = ({ home }: DataFolder): string => readFileSync(join(home, 'password'), 'utf8').trim();
