import '@liangbuwu/office/clock/temporal.ts';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { CannotStart, readSettings } from './settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

try {
  const settings = readSettings(process.env, root);
  // Loaded once the settings are known to be right: the whole system is behind it, its types stripped only once.
  enableCompileCache();
  const { run } = await import('./run.ts');
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
  void server.lost.then(() => {
    if (!stopping)
      process.stderr.write(
        '✗ 数据库意外停止，请重新启动 | the database ended unexpectedly: start again\n',
      );
    stop(1);
  });
} catch (error) {
  process.stderr.write(
    `✗ ${isExpected(error) ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}

/** Something outside of the program, with its remedy in the message: no trace of calls would help. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof CannotStart ||
    (error instanceof Error && (error.name === 'ClusterError' || error.name === 'DatabaseRefused'))
  );
}
