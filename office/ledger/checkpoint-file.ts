import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One signed line: the tenant's chain had this hash at this number. */
export const Checkpoint = z.strictObject({
  tenant: z.uuid(),
  seq: z.int().min(1),
  hash: z.hex().length(64),
  at: z.string(),
  /** sha256 of the line before, whosever it is; zeros in the first. */
  previous: z.hex().length(64),
  signature: z.base64url(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const ledgerFolder = (dataFolder: string): string => join(dataFolder, 'ledger');
export const checkpointFile = (dataFolder: string): string =>
  join(ledgerFolder(dataFolder), 'checkpoints.jsonl');

export const zeros = '0'.repeat(64);
export const lineHash = (line: string): string => createHash('sha256').update(line).digest('hex');

const signedText = ({ tenant, seq, hash, at, previous }: Omit<Checkpoint, 'signature'>): string =>
  JSON.stringify({ tenant, seq, hash, at, previous });

/** The line as it is written, without its line feed. */
export function signedLine(checkpoint: Omit<Checkpoint, 'signature'>, key: KeyObject): string {
  const text = signedText(checkpoint);
  const signature = sign(null, Buffer.from(text), key).toString('base64url');
  return `${text.slice(0, -1)},"signature":"${signature}"}`;
}

/** The checkpoint of a line that is exactly as it was written; undefined for any other. */
export function findCheckpoint(line: string): Checkpoint | undefined {
  const parsed = Checkpoint.safeParse(parse(line));
  if (!parsed.success) return undefined;
  const text = signedText(parsed.data);
  return line === `${text.slice(0, -1)},"signature":"${parsed.data.signature}"}`
    ? parsed.data
    : undefined;
}

export const isSigned = (checkpoint: Checkpoint, key: KeyObject): boolean =>
  verify(
    null,
    Buffer.from(signedText(checkpoint)),
    key,
    Buffer.from(checkpoint.signature, 'base64url'),
  );

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * The file's lines up to the byte `size`. Only the last can be incomplete: the process was ended while it wrote,
 * and nobody had been told that it was there.
 */
export async function* readLines(
  path: string,
  from: number,
  size: number,
): AsyncGenerator<{ text: string; bytes: number; complete: boolean }> {
  if (size <= from) return;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { start: from, end: size - 1 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let feed = rest.indexOf(10); feed >= 0; feed = rest.indexOf(10)) {
      yield { text: rest.toString('utf8', 0, feed), bytes: feed + 1, complete: true };
      rest = rest.subarray(feed + 1);
    }
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), bytes: rest.length, complete: false };
}
