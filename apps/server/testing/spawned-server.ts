import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface SpawnedServer {
  url: string;
  child: ChildProcess;
  /** All that it has written to standard error so far. */
  said(): string;
  /** Sends the signal and resolves when the process has ended, with its exit status. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '',
      DATABASE_URL: '',
      DATABASE_APP_URL: '',
      LIANGBUWU_DEMO: '',
      // It would take the cores from what is looked at.
      LIANGBUWU_BACKGROUND: 'off',
      LIANGBUWU_TRUST_PROXY: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return { child, said: () => said };
}

/** The server as a process of its own, from the environment alone, up to its line `ready …`. */
export async function spawnServer(env: Record<string, string>): Promise<SpawnedServer> {
  const { child, said } = launch(env);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\S+)$/.exec(line)?.[1];
    if (!url) continue;
    return {
      url,
      child,
      said,
      async end(signal) {
        if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
        const exit = once(child, 'exit') as Promise<[number | null]>;
        child.kill(signal);
        return (await exit)[0];
      },
    };
  }
  throw new Error(`the server did not get ready:\n${said()}`);
}

/** A server that is not expected to get ready: its exit status and what it said. */
export async function failingServer(
  env: Record<string, string>,
): Promise<{ status: number | null; out: string; said: string }> {
  const { child, said } = launch(env);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, said: said() };
}
