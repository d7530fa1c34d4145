import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { refuse } from './refusal.ts';

/** Refuses a place that cannot be written, before hours of planning are spent on it. */
export function checkOut(path: string, inputs: readonly string[]): void {
  const existing = findStats(path);
  if (existing?.isDirectory()) {
    throw refuse(
      `--out ${path} 是文件夹；应为文件名`,
      `--out ${path} is a folder; it should be a file`,
      'out-is-folder',
    );
  }
  if (existing && inputs.some((input) => sameFile(existing, findStats(input)))) {
    throw refuse(
      `--out ${path} 会盖掉输入文件；请换一个文件名`,
      `--out ${path} would overwrite an input; choose another file`,
      'out-is-input',
    );
  }
  try {
    if (isSpecial(existing)) accessSync(path, constants.W_OK);
    // The slash: a folder, not a file of that name.
    else accessSync(join(folderOf(path), '/'), constants.W_OK);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** The whole file appears at once or not at all: written beside its place, flushed, then moved there. */
export function writeWhole(path: string, text: string): void {
  try {
    if (isSpecial(findStats(path))) {
      writeFileSync(path, text);
      return;
    }
    const place = findStats(path) ? realpathSync(path) : resolve(path);
    const beside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
    try {
      const file = openSync(beside, 'wx');
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, place);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** A device or a pipe (`/dev/stdout`): never to be replaced by a file. */
function isSpecial(stats: Stats | undefined): boolean {
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function folderOf(path: string): string {
  return dirname(findStats(path) ? realpathSync(path) : resolve(path));
}

function findStats(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function sameFile(a: Stats, b: Stats | undefined): boolean {
  return b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function unwritable(path: string, error: unknown) {
  const { code, message } = error as NodeJS.ErrnoException;
  const causes: Record<string, [zh: string, en: string]> = {
    ENOENT: ['所在文件夹不存在', 'its folder does not exist'],
    ENOTDIR: ['所在路径不是文件夹', 'what should be its folder is a file'],
    EACCES: ['没有写入权限', 'this user may not write there'],
    EPERM: ['没有写入权限', 'this user may not write there'],
    EROFS: ['该磁盘只读', 'the disk is read-only'],
    ENOSPC: ['磁盘已满', 'the disk is full'],
    ENAMETOOLONG: ['文件名太长', 'the name is too long'],
  };
  const [zh, en] = causes[code ?? ''] ?? [message, message];
  return refuse(
    `无法写入 --out ${path}：${zh}；请换一个位置`,
    `cannot write --out ${path}: ${en}; choose another place`,
    'out-not-writable',
  );
}
