import { spawn } from 'node:child_process';
import type { Binaries } from './binaries.ts';
import { asClusterError } from './cluster-error.ts';
import type { Home } from './home.ts';
import { ownerRole } from './password.ts';
import { serverEnvironment } from './server-environment.ts';

/** Sets the owner's password on a database that isn't running: a restored one, or one whose password file is lost. */
export function resetPassword(home: Home, binaries: Binaries, password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.postgres, ['--single', '-D', home.data, 'postgres'], {
      ...home.user,
      cwd: '/',
      windowsHide: true,
      env: serverEnvironment(),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    child.on('error', (error) => reject(asClusterError(error, home.path)));
    child.on('close', (code) => {
      if (code === 0 && !/ERROR:/.test(said)) resolve();
      else reject(asClusterError(said || `postgres --single ended with ${code}`, home.path));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`alter role ${ownerRole} password '${password}';\n`);
  });
}
