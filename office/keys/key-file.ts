import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the folder that holds keys, for its owner only. */
export async function makeKeyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncFolder(dirname(folder));
}

/** Writes a new file that only its owner may read, and is on the disk when this returns. False if it is there already. */
export async function createOnce(path: string, content: Buffer, nonce: string): Promise<boolean> {
  const draft = `${path}.${nonce}`;
  await writeSynced(draft, 'wx', content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
    await syncFolder(dirname(path));
  }
}

/** Replaces a file in one step. */
export async function replace(path: string, content: Buffer, nonce: string): Promise<void> {
  const draft = `${path}.${nonce}`;
  await writeSynced(draft, 'wx', content);
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** Writes over what a file holds, then removes it. */
export async function shred(path: string, over: Buffer): Promise<void> {
  await writeSynced(path, 'r+', over);
  await rm(path);
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, flags: string, content: Buffer): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this; its file system orders these operations itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
