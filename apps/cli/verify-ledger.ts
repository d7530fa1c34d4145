import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunningCluster, startCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { openDatabase } from '@liangbuwu/office/database/connection.ts';
import { verifyCommand } from '@liangbuwu/office/ledger/verify-command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Checks the ledger of the data folder, or of DATABASE_URL, whether or not its server is running. */
export function run(args: string[]): Promise<number> {
  const dataFolder = resolve(process.env.LIANGBUWU_DATA || `${root}.data`);
  return verifyCommand(args, {
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    async connect() {
      const there = process.env.DATABASE_URL || (await findRunningCluster(dataFolder));
      const cluster = there
        ? undefined
        : await startCluster({
            folder: dataFolder,
            log: (text) => process.stderr.write(`· ${text['zh-CN']} | ${text.en}\n`),
          });
      const owner = openDatabase(there ?? cluster?.url ?? '', { connections: 2 });
      return {
        owner,
        dataFolder,
        async close() {
          await owner.destroy();
          await cluster?.stop();
        },
      };
    },
  });
}
