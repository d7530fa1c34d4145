import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The role that owns the database and migrates it; the server's only superuser. */
export const ownerRole = 'liangbuwu_owner';

/** In the data folder, for its owner's eyes; left out of backups, and set anew where it is missing. */
export const passwordFile = 'postgres.password';

export async function findPassword(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, passwordFile), 'utf8')).trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function createPassword(folder: string): Promise<string> {
  const password = randomBytes(32).toString('hex');
  await writeFile(join(folder, passwordFile), `${password}\n`, { mode: 0o600, flush: true });
  return password;
}
