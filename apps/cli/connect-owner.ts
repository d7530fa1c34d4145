import '@liangbuwu/office/clock/temporal.ts';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRunningCluster, startCluster } from '@liangbuwu/office/database/cluster/cluster.ts';
import { type Database, openDatabase } from '@liangbuwu/office/database/connection.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The database of DATABASE_URL, or of the data folder, as its migration role, whether or not its server is running. */
export async function connectOwner(): Promise<{
  owner: Database;
  dataFolder: string;
  close(): Promise<void>;
}> {
  const dataFolder = resolve(process.env.LIANGBUWU_DATA || `${root}.data`);
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
}
