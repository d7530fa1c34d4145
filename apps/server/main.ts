import { fileURLToPath } from 'node:url';
import { ClusterError } from '@liangbuwu/office/database/cluster/cluster-error.ts';
import { DatabaseRefused } from '@liangbuwu/office/database/refused.ts';
import { run } from './run.ts';
import { CannotStart, readSettings } from './settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  const settings = readSettings(process.env, root);
  const server = await run(settings, {
    log: (line) => process.stderr.write(`${line}\n`),
    ready: (url) => process.stdout.write(`ready ${url}\n`),
  });
  let stopping = false;
  const stop = (status: number) => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => process.exit(status),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  server.lost.then(() => {
    process.stderr.write('✗ 数据库意外停止，请重新启动 | the database ended unexpectedly: start again\n');
    stop(1);
  });
} catch (error) {
  const expected =
    error instanceof CannotStart || error instanceof ClusterError || error instanceof DatabaseRefused;
  process.stderr.write(`✗ ${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
