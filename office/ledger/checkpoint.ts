import type { KeyObject } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connection.ts';
import { type Say, say } from '../http/say.ts';
import {
  checkpointFile,
  findCheckpoint,
  lineHash,
  readLines,
  signedLine,
  zeros,
} from './checkpoint-file.ts';
import { openSigningKey } from './checkpoint-key.ts';
import { type Head, listHeads } from './store.ts';

/** Signs where each chain stands, outside of the database, soon after whatever was written to it. */
export interface Checkpoints {
  /** Something was committed to a ledger. */
  touched(): void;
  /** Signs what is still unsigned and closes the file; before the database is closed. */
  close(): Promise<void>;
}

export interface CheckpointOptions {
  db: Database;
  dataFolder: string;
  clock: Clock;
  log(line: Say): void;
  /** Milliseconds from a commit to its checkpoint; many commits share one. Default 1000. */
  delay?: number;
}

type Last = Pick<Head, 'seq'> & { hash: string };

// Enough for the last line of every tenant in use; one that is not found there is signed once more.
const tailBytes = 256 * 1024;

export async function openCheckpoints(options: CheckpointOptions): Promise<Checkpoints> {
  const key = await openSigningKey(options.dataFolder);
  const file = await open(checkpointFile(options.dataFolder), 'a+', 0o600);
  const { previous, last } = await resume(file, checkpointFile(options.dataFolder));
  const writer = { file, key, previous, last, options };
  const delay = options.delay ?? 1000;

  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  const run = (): Promise<void> => {
    timer = undefined;
    writing = writing
      .then(() => signHeads(writer))
      .catch((error: unknown) => {
        options.log(
          say(
            `台账签名点未能写入，稍后重试：${String(error)}`,
            `the ledger's checkpoint could not be written, trying again: ${String(error)}`,
          ),
        );
        if (!closed) schedule(Math.max(delay, 5_000));
      });
    return writing;
  };
  const schedule = (after: number): void => {
    if (timer === undefined && !closed) timer = setTimeout(run, after);
  };

  // What was committed just before the last process was ended has no checkpoint yet.
  await run();
  return {
    touched: () => schedule(delay),
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      await run();
      await file.close();
    },
  };
}

/** Where the file ends; a line that was being written when the process ended is cut away. */
async function resume(
  file: FileHandle,
  path: string,
): Promise<{ previous: string; last: Map<string, Last> }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - tailBytes);
  const last = new Map<string, Last>();
  let previous = zeros;
  let whole = from;
  let first = from > 0;
  for await (const { text, bytes, complete } of readLines(path, from, size)) {
    if (!complete) break;
    whole += bytes;
    previous = lineHash(text);
    const checkpoint = first ? undefined : findCheckpoint(text);
    first = false;
    if (checkpoint) last.set(checkpoint.tenant, { seq: checkpoint.seq, hash: checkpoint.hash });
  }
  if (whole < size) await file.truncate(whole);
  return { previous, last };
}

async function signHeads(writer: {
  file: FileHandle;
  key: KeyObject;
  previous: string;
  last: Map<string, Last>;
  options: CheckpointOptions;
}): Promise<void> {
  const { file, key, last, options } = writer;
  const heads = await options.db.transaction().execute(listHeads);
  const at = options.clock.now().toString({ smallestUnit: 'millisecond' });
  let previous = writer.previous;
  let lines = '';
  const signed = new Map<string, Last>();
  for (const head of heads) {
    const hash = head.hash.toString('hex');
    const before = last.get(head.tenant);
    if (head.seq === 0 || (before?.seq === head.seq && before.hash === hash)) continue;
    if (before && head.seq <= before.seq) {
      options.log(wentBack(head, before));
      continue;
    }
    const line = signedLine({ tenant: head.tenant, seq: head.seq, hash, at, previous }, key);
    lines += `${line}\n`;
    previous = lineHash(line);
    signed.set(head.tenant, { seq: head.seq, hash });
  }
  if (lines === '') return;
  const { size } = await file.stat();
  try {
    await file.appendFile(lines);
    await file.datasync();
  } catch (error) {
    // Half a line in the middle would look like tampering.
    await file.truncate(size).catch(() => {});
    throw error;
  }
  writer.previous = previous;
  for (const [tenant, head] of signed) last.set(tenant, head);
}

const wentBack = (head: Head, before: Last): Say =>
  say(
    `台账可能被改动：租户 ${head.tenant} 的台账止于第 ${head.seq} 条，而签名点已到第 ${before.seq} 条。请运行 npx liangbuwu ledger verify。`,
    `the ledger may have been tampered with: that of tenant ${head.tenant} ends at ${head.seq}, yet a checkpoint was signed at ${before.seq}. Run npx liangbuwu ledger verify.`,
  );
