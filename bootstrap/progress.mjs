import { started } from './started.mjs';

/** One line on standard error: standard output is the server's, for its `ready` line. */
export function tell(zh, en) {
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  process.stderr.write(`${seconds}s  ${zh} · ${en}\n`);
}

/** Says that a long step begins, every 15 s that it goes on, and that it is done. */
export async function step(zh, en, work) {
  tell(`${zh}…`, `${en} …`);
  const beat = setInterval(() => tell(`${zh}，仍在进行…`, `${en}, still at it …`), 15_000);
  try {
    const result = await work();
    tell(`${zh}：完成`, `${en}: done`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

/** Ends the process as a program does: a fault is one line; anything else is our own error and shows its stack. */
export function endWith(error) {
  const known = error?.status !== undefined;
  process.stderr.write(`${known ? `✗ ${error.message}` : (error?.stack ?? error)}\n`);
  process.exit(known ? error.status : 1);
}
