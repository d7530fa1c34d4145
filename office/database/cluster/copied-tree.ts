import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, chown, type FileHandle, lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ServerUser } from './server-user.ts';

/** A file as it was copied; the path is below the copy's root, with slashes. */
export interface CopiedFile {
  path: string;
  bytes: number;
  sha256: string;
}

export interface CopiedTree {
  folders: string[];
  files: CopiedFile[];
}

interface CopyOptions {
  /** Whether to leave out what lies at this path below the source. Default: nothing. */
  skip?: (path: string) => boolean;
  /** Who shall own the copy. Default: this process. */
  owner?: ServerUser | undefined;
}

/**
 * Copies a folder whose files may grow, change and vanish meanwhile, what is new open to its owner alone, and down to the disk.
 * What is said of a file is of the bytes that were written. Links and sockets are left out.
 */
export async function copyTree(
  from: string,
  to: string,
  { skip = () => false, owner }: CopyOptions = {},
): Promise<CopiedTree> {
  const copied: CopiedTree = { folders: [], files: [] };
  async function visit(path: string): Promise<void> {
    const folder = join(to, path);
    if (await mkdir(folder, { recursive: true })) {
      await chmod(folder, 0o700);
      if (owner) await chown(folder, owner.uid, owner.gid);
    }
    if (path) copied.folders.push(path);
    for (const name of (await readdir(join(from, path))).sort()) {
      const inner = path ? `${path}/${name}` : name;
      if (skip(inner)) continue;
      const found = await lstat(join(from, inner)).catch(ignoreVanished);
      if (found?.isDirectory()) await visit(inner);
      if (!found?.isFile()) continue;
      const file = await copyFile(join(from, inner), join(to, inner), owner).catch(ignoreVanished);
      if (file) copied.files.push({ path: inner, ...file });
    }
  }
  await visit('');
  await syncTree(to, copied);
  return copied;
}

// All at the end and many at once, which the disk does in few rounds.
async function syncTree(root: string, { folders, files }: CopiedTree): Promise<void> {
  const left = files.values();
  const worker = async () => {
    for (const { path } of left) await syncFile(join(root, path));
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  for (const path of folders) await syncFolder(join(root, path));
  await syncFolder(root);
}

/** Copies one file, not yet down to the disk, and says what was written. */
export async function copyFile(
  from: string,
  to: string,
  owner?: ServerUser,
): Promise<Omit<CopiedFile, 'path'>> {
  const source = await open(from, 'r');
  try {
    return await writeFrom(source, to, owner);
  } finally {
    await source.close();
  }
}

async function writeFrom(source: FileHandle, to: string, owner: ServerUser | undefined) {
  const hash = createHash('sha256');
  let bytes = 0;
  const target = await open(to, 'wx', 0o600);
  try {
    const buffer = Buffer.allocUnsafe(1 << 18);
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) break;
      const part = buffer.subarray(0, bytesRead);
      await target.writev([part]);
      hash.update(part);
      bytes += bytesRead;
    }
    if (owner) await target.chown(owner.uid, owner.gid);
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  } finally {
    await target.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The file's bytes and hash as they are on the disk now. */
export async function measureFile(path: string): Promise<Omit<CopiedFile, 'path'>> {
  const hash = createHash('sha256');
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  await pipeline(stream, hash);
  return { bytes: stream.bytesRead, sha256: hash.digest('hex') };
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes what was created and renamed in a folder outlast a power cut. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function ignoreVanished(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
