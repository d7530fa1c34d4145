import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ClusterError } from './cluster-error.ts';
import { type CopiedTree, measureFile } from './copied-tree.ts';

const file = 'manifest.json';

/** What a backup's folder holds, file by file, so that a damaged one is refused before anything is restored. */
export const Manifest = z.strictObject({
  format: z.literal('liangbuwu-backup/1'),
  holds: z.enum(['database', 'keys']),
  made: z.string(),
  postgres: z.string(),
  platform: z.string(),
  folders: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export const thisPlatform = `${process.platform}-${process.arch}`;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, file), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

export async function getManifest(folder: string, holds: Manifest['holds']): Promise<Manifest> {
  let cause: unknown;
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    if (manifest.holds === holds) return manifest;
  } catch (error) {
    cause = error;
  }
  throw new ClusterError(
    'not-a-backup',
    { 'zh-CN': `${folder} 不是完整的备份。`, en: `${folder} is not a whole backup.` },
    {
      'zh-CN': '请指定 npx liangbuwu backup 所写的文件夹。',
      en: 'Name a folder that npx liangbuwu backup has written.',
    },
    { cause },
  );
}

/** Throws `backup-damaged` with the first file that is not as the manifest says, is missing, or is not in it. */
export async function verify(folder: string, { files }: CopiedTree): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const found = await measureFile(join(folder, path)).catch(() => undefined);
    if (!found) throw damaged(join(folder, path), '缺失', 'is missing');
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw damaged(join(folder, path), '与清单不符', 'is not as the manifest says');
    }
  }
  const known = new Set([file, ...files.map(({ path }) => path)].map((path) => join(folder, path)));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isDirectory() && !known.has(path))
      throw damaged(path, '不在清单中', 'is not in the manifest');
  }
}

function damaged(path: string, zh: string, en: string): ClusterError {
  return new ClusterError(
    'backup-damaged',
    { 'zh-CN': `备份文件 ${path} ${zh}。`, en: `The backup's file ${path} ${en}.` },
    { 'zh-CN': '请改用另一份备份。', en: 'Use another backup.' },
  );
}
