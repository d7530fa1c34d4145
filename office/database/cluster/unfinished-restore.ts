import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClusterError } from './cluster-error.ts';

const mark = 'restoring';

export async function markUnfinished(folder: string): Promise<void> {
  await writeFile(join(folder, mark), '', { flush: true });
}

export async function markFinished(folder: string): Promise<void> {
  await rm(join(folder, mark));
}

/** Else a start would find no database there, and make an empty one. */
export function refuseUnfinished(folder: string): void {
  if (!existsSync(join(folder, mark))) return;
  throw new ClusterError(
    'restore-unfinished',
    {
      'zh-CN': `${folder} 的恢复被中断，数据不完整。`,
      en: `A restore to ${folder} was cut short; what is there is not whole.`,
    },
    {
      'zh-CN': '请删除该文件夹，重新执行 npx liangbuwu restore。',
      en: 'Delete that folder and run npx liangbuwu restore again.',
    },
  );
}
