import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keysFolder } from './backup.ts';
import { getBinaries } from './binaries.ts';
import { asClusterError, type BothLanguages, ClusterError } from './cluster-error.ts';
import { copyTree, syncFolder } from './copied-tree.ts';
import { lockFiles, lockFolder } from './folder-lock.ts';
import { type Home, openHome } from './home.ts';
import { partialPrefix } from './initialise.ts';
import { refuseOtherMajor } from './major-version.ts';
import { getManifest, type Manifest, thisPlatform, verify } from './manifest.ts';
import { markFinished, markUnfinished } from './unfinished-restore.ts';

export interface RestoreOptions {
  /** A folder that `backup` has written. Keys are taken from `<from>.keys`, if that is still there. */
  from: string;
  /** An empty or absent folder. */
  dataFolder: string;
  log: (text: BothLanguages) => void;
}

export interface Restored {
  made: string;
  files: number;
  keys: boolean;
}

/** Lays a backup in a new data folder, after checking every file. The next start there recovers it. */
export async function restore({ from, dataFolder, log }: RestoreOptions): Promise<Restored> {
  const source = resolve(from);
  const keysSource = `${source}.keys`;
  const folder = resolve(dataFolder);
  const manifest = await getManifest(source, 'database');
  const keys = existsSync(keysSource) ? await getManifest(keysSource, 'keys') : undefined;
  refuseOtherPlatform(manifest);
  await refuseUsed(folder);
  await verify(source, manifest);
  if (keys) await verify(keysSource, keys);
  const lock = await lockFolder(folder);
  let home: Home | undefined;
  try {
    await markUnfinished(folder);
    home = await openHome(folder, log);
    const { major } = await getBinaries(home.user);
    refuseOtherMajor(manifest.postgres, major);
    await copyTree(join(source, 'files'), folder);
    if (keys) await copyTree(join(keysSource, keysFolder), join(folder, keysFolder));
    const partial = join(home.path, `${partialPrefix}${randomUUID()}`);
    await copyTree(join(source, 'data'), partial, { owner: home.user });
    await rename(partial, home.data);
    await syncFolder(home.path);
    await markFinished(folder);
    return { made: manifest.made, files: manifest.files.length, keys: keys !== undefined };
  } catch (error) {
    if (home) await rm(home.path, { recursive: true, force: true });
    for (const name of await readdir(folder)) {
      if (!lockFiles.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
    }
    throw asClusterError(error, folder);
  } finally {
    await lock.release();
  }
}

async function refuseUsed(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw asClusterError(error, folder);
  });
  if (names.every((name) => lockFiles.includes(name))) return;
  throw new ClusterError(
    'folder-not-empty',
    { 'zh-CN': `${folder} 不是空的。`, en: `${folder} is not empty.` },
    {
      'zh-CN': '请恢复到一个新文件夹，再用 LIANGBUWU_DATA 指定它来启动。',
      en: 'Restore to a new folder, and start with LIANGBUWU_DATA naming it.',
    },
  );
}

function refuseOtherPlatform({ platform }: Manifest): void {
  if (platform === thisPlatform) return;
  throw new ClusterError(
    'other-platform',
    {
      'zh-CN': `这份备份来自 ${platform}，而这里是 ${thisPlatform}。`,
      en: `The backup is of ${platform}; this is ${thisPlatform}.`,
    },
    {
      'zh-CN': '请恢复到同类机器上，再用 pg_dump 把数据搬过来。',
      en: 'Restore it on a machine of its kind, and bring the data over with pg_dump.',
    },
  );
}
