import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '../../clock/clock.ts';
import { backup, otherDatabase } from './backup.ts';
import { findRunningCluster, startCluster } from './cluster.ts';
import { type BothLanguages, ClusterError } from './cluster-error.ts';
import { restore } from './restore.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const usage = {
  backup: 'npx liangbuwu backup <folder> [--data <data folder>]',
  restore: 'npx liangbuwu restore <folder> [--data <data folder>]',
};

/**
 * `backup <folder>`: copies the data folder's database, running or not, and its files to a new folder.
 * Exit status 0: done; 1: refused or failed; 2: not called as it should be.
 */
export function backupCommand(argv: readonly string[]): Promise<number> {
  return answer(argv, usage.backup, async (target, dataFolder) => {
    if (process.env.DATABASE_URL) throw otherDatabase();
    const made = new Date(systemClock.now().epochMilliseconds);
    const running = await findRunningCluster(dataFolder);
    const cluster = running ? undefined : await startCluster({ folder: dataFolder, log: tell });
    try {
      const url = running ?? cluster?.url ?? '';
      const { files, bytes, keys } = await backup({ url, dataFolder, target, made });
      const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
      say({
        'zh-CN': `已备份 ${files} 个文件（${size}）到 ${resolve(target)}`,
        en: `backed up ${files} files (${size}) to ${resolve(target)}`,
      });
      if (keys) {
        tell({
          'zh-CN': `个人数据的密钥在 ${keys}：请与备份分开存放，响应结束后一并销毁`,
          en: `the keys to personal data are in ${keys}: keep them apart from the backup, and destroy them with the response`,
        });
      }
    } finally {
      await cluster?.stop();
    }
  });
}

/** `restore <folder>`: lays a backup in an empty data folder. Exit status as for `backup`. */
export function restoreCommand(argv: readonly string[]): Promise<number> {
  return answer(argv, usage.restore, async (from, dataFolder) => {
    if (process.env.DATABASE_URL) throw otherDatabase();
    const { made, files, keys } = await restore({ from, dataFolder, log: tell });
    say({
      'zh-CN': `已把 ${made} 的备份（${files} 个文件）恢复到 ${dataFolder}`,
      en: `restored the backup of ${made} (${files} files) to ${dataFolder}`,
    });
    if (!keys) {
      tell({
        'zh-CN': `没有找到 ${resolve(from)}.keys：加密的个人数据将无法读取，除非把密钥放回 ${join(dataFolder, 'keys')}`,
        en: `${resolve(from)}.keys was not found: sealed personal data stay unreadable unless the keys are put back into ${join(dataFolder, 'keys')}`,
      });
    }
  });
}

async function answer(
  argv: readonly string[],
  how: string,
  work: (folder: string, dataFolder: string) => Promise<void>,
): Promise<number> {
  const called = readCall(argv);
  if (!called) {
    process.stderr.write(`用法 usage: ${how}\n`);
    return 2;
  }
  try {
    await work(called.folder, called.dataFolder);
    return 0;
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    process.stderr.write(`✗ ${error.message}\n`);
    return 1;
  }
}

function readCall(argv: readonly string[]): { folder: string; dataFolder: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { data: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) return undefined;
    const dataFolder = values.data ?? process.env.LIANGBUWU_DATA ?? join(root, '.data');
    return { folder, dataFolder: resolve(dataFolder) };
  } catch {
    return undefined;
  }
}

function say(text: BothLanguages): void {
  process.stdout.write(`${text['zh-CN']} | ${text.en}\n`);
}

function tell(text: BothLanguages): void {
  process.stderr.write(`· ${text['zh-CN']} | ${text.en}\n`);
}
