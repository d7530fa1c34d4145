import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { asClusterError } from './cluster-error.ts';
import { syncFolder } from './copied-tree.ts';
import type { Home } from './home.ts';
import { ownerRole } from './password.ts';
import { serverEnvironment } from './server-environment.ts';
import { stopWithProcess } from './stop-with-process.ts';

/** What begins so in a home was cut short and is cleared away. */
export const partialPrefix = 'initdb-';

export function isInitialised(home: Home): boolean {
  return existsSync(home.data);
}

/** Makes the data directory beside its place and renames it when whole, so that a half-made one is never started. */
export async function initialise(
  home: Home,
  binaries: Binaries,
  password: string,
  durable: boolean,
): Promise<void> {
  const partial = join(home.path, `${partialPrefix}${randomUUID()}`);
  const secret = `${partial}.password`;
  try {
    await clearPartials(home);
    await writeFile(secret, `${password}\n`, { mode: 0o600 });
    if (home.user) await chown(secret, home.user.uid, home.user.gid);
    await runInitdb(home, binaries, partial, secret, durable);
    await rename(partial, home.data);
    await syncFolder(home.path);
  } catch (error) {
    throw asClusterError(error, home.path);
  } finally {
    await clearPartials(home).catch(() => undefined);
  }
}

// The C locale would do for sorting, which ICU does, but leaves pg_trgm blind to Chinese letters.
const characterLocales = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'C'];

async function runInitdb(
  home: Home,
  binaries: Binaries,
  partial: string,
  secret: string,
  durable: boolean,
): Promise<void> {
  for (const locale of characterLocales) {
    const fault = await attempt(home, binaries.initdb, [
      `--pgdata=${partial}`,
      `--username=${ownerRole}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=zh-Hans-CN',
      `--locale=${locale}`,
      '--lc-messages=C',
      ...(durable ? [] : ['--no-sync']),
    ]);
    if (fault === undefined) return;
    if (!/invalid locale name|locale .* requires/i.test(fault)) throw new Error(fault);
  }
  throw new Error('initdb knows no usable locale');
}

function attempt(home: Home, initdb: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      ...home.user,
      cwd: '/',
      detached: true,
      windowsHide: true,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const forget = stopWithProcess(() => void child.kill('SIGTERM'));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      forget();
      resolve(code === 0 ? undefined : said || `initdb ended with ${code ?? signal}`);
    });
  });
}

async function clearPartials(home: Home): Promise<void> {
  for (const name of await readdir(home.path)) {
    if (!name.startsWith(partialPrefix)) continue;
    await rm(join(home.path, name), { recursive: true, force: true, maxRetries: 10 });
  }
}
