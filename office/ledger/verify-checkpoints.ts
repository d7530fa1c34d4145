import type { KeyObject } from 'node:crypto';
import { stat } from 'node:fs/promises';
import {
  type Checkpoint,
  checkpointFile,
  findCheckpoint,
  isSigned,
  lineHash,
  readLines,
  zeros,
} from './checkpoint-file.ts';
import { findPublicKey } from './checkpoint-key.ts';
import {
  checkpointAltered,
  checkpointBack,
  checkpointRemoved,
  keyMissing,
  type LedgerFault,
} from './faults.ts';

/** The checkpoint file as it was at one moment, with the first thing found wrong in it. */
export interface CheckedCheckpoints {
  lines: number;
  /** A line was being written when the server was ended; it does not count and is no fault. */
  torn: boolean;
  fault: LedgerFault | undefined;
  /** The highest number signed for each tenant. */
  signed: ReadonlyMap<string, number>;
  /** A tenant's well signed checkpoints, in the order in which they were written. */
  of(tenant: string): AsyncGenerator<Checkpoint>;
}

export async function checkCheckpoints(dataFolder: string): Promise<CheckedCheckpoints> {
  const path = checkpointFile(dataFolder);
  const size = await sizeOf(path);
  const key = await findPublicKey(dataFolder);
  const signed = new Map<string, number>();
  const found = { lines: 0, torn: false, fault: undefined as LedgerFault | undefined };
  let previous = zeros;
  for await (const { text, complete } of readLines(path, 0, size)) {
    if (!complete) {
      found.torn = true;
      break;
    }
    found.lines += 1;
    const checkpoint = read(text, key);
    if (!key) found.fault ??= keyMissing;
    else if (!checkpoint) found.fault ??= checkpointAltered(found.lines);
    else if (checkpoint.previous !== previous) found.fault ??= checkpointRemoved(found.lines);
    if (checkpoint) {
      const highest = signed.get(checkpoint.tenant) ?? 0;
      if (checkpoint.seq < highest) found.fault ??= checkpointBack(found.lines);
      signed.set(checkpoint.tenant, Math.max(highest, checkpoint.seq));
    }
    previous = lineHash(text);
  }
  return {
    ...found,
    signed,
    async *of(tenant) {
      for await (const { text, complete } of readLines(path, 0, size)) {
        const checkpoint = complete ? read(text, key) : undefined;
        if (checkpoint?.tenant === tenant) yield checkpoint;
      }
    },
  };
}

function read(line: string, key: KeyObject | undefined): Checkpoint | undefined {
  const checkpoint = findCheckpoint(line);
  return checkpoint && key && isSigned(checkpoint, key) ? checkpoint : undefined;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
