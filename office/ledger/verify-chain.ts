import { createHash } from 'node:crypto';
import type { Checkpoint } from './checkpoint-file.ts';
import {
  altered,
  cutOff,
  headAltered,
  inserted,
  type LedgerFault,
  misplaced,
  missing,
  rewritten,
} from './faults.ts';

/** A row as it is stored, all of it. */
export interface StoredEntry {
  seq: number;
  body: string;
  previous: Buffer;
  hash: Buffer;
  area: string | null;
  actor: string | null;
  action: string | null;
  subject: string | null;
  response: string | null;
  at: string | null;
}

export interface Chain {
  tenant: string;
  /** In the order of their numbers. */
  entries: AsyncIterable<StoredEntry>;
  head: { seq: number; hash: Buffer } | undefined;
  /** In the order in which they were signed. */
  checkpoints: AsyncIterator<Checkpoint>;
}

export interface CheckedChain {
  entries: number;
  /** The number up to which a checkpoint confirms the entries. */
  confirmed: number;
  fault: LedgerFault | undefined;
}

/** Walks a chain once, beside its checkpoints, to the first thing that is not as it was recorded. */
export async function checkChain(chain: Chain): Promise<CheckedChain> {
  let entries = 0;
  let confirmed = 0;
  let last: Buffer = Buffer.alloc(32);
  let checkpoint = await next(chain.checkpoints);
  let suspect: { seq: number; signedHash: string } | undefined;
  const end = (fault?: LedgerFault): CheckedChain => ({ entries, confirmed, fault });

  for await (const entry of chain.entries) {
    if (suspect) return end(blame(suspect, confirmed, entry.previous));
    const expected = entries + 1;
    if (entry.seq < expected) return end(inserted({ seq: entry.seq }));
    if (entry.seq > expected) return end(missing({ seq: expected, upTo: entry.seq - 1 }));
    const own = createHash('sha256').update(entry.previous).update(entry.body).digest();
    if (!own.equals(entry.hash)) return end(altered({ seq: entry.seq }));
    // This one is whole, and remembers another hash of the one before it (the first has none to remember).
    if (!entry.previous.equals(last)) return end(altered({ seq: Math.max(1, entry.seq - 1) }));
    if (!isInPlace(entry, chain.tenant)) return end(misplaced({ seq: entry.seq }));
    while (checkpoint && checkpoint.seq <= entry.seq) {
      if (checkpoint.seq === entry.seq) {
        if (checkpoint.hash === entry.hash.toString('hex')) confirmed = entry.seq;
        else suspect ??= { seq: entry.seq, signedHash: checkpoint.hash };
      }
      checkpoint = await next(chain.checkpoints);
    }
    entries = entry.seq;
    last = entry.hash;
  }

  if (suspect) return end(blame(suspect, confirmed, chain.head?.hash));
  let signed = 0;
  for (; checkpoint; checkpoint = await next(chain.checkpoints)) {
    signed = Math.max(signed, checkpoint.seq);
  }
  const reached = Math.max(signed, chain.head?.seq ?? 0);
  if (reached > entries) return end(cutOff({ seq: entries + 1, upTo: reached }));
  if (!chain.head) return end(entries > 0 ? headAltered : undefined);
  if (chain.head.seq < entries) return end(inserted({ seq: chain.head.seq + 1, upTo: entries }));
  if (!chain.head.hash.equals(last)) {
    return end(entries > 0 && confirmed < entries ? altered({ seq: entries }) : headAltered);
  }
  return end();
}

/** Where what follows still remembers the hash that was signed, only that one entry was altered. */
function blame(
  suspect: { seq: number; signedHash: string },
  confirmed: number,
  remembered: Buffer | undefined,
): LedgerFault {
  return remembered?.toString('hex') === suspect.signedHash
    ? altered({ seq: suspect.seq })
    : rewritten({ seq: confirmed + 1, upTo: suspect.seq });
}

const next = async (checkpoints: AsyncIterator<Checkpoint>): Promise<Checkpoint | undefined> => {
  const step = await checkpoints.next();
  return step.done ? undefined : step.value;
};

/** The columns are computed from the body by the database, unless somebody has taken that away. */
function isInPlace(entry: StoredEntry, tenant: string): boolean {
  const body = JSON.parse(entry.body) as Record<string, unknown>;
  const same = (column: string | null, field: string) => (body[field] ?? null) === column;
  return (
    body['seq'] === entry.seq &&
    body['tenant'] === tenant &&
    same(entry.area, 'area') &&
    same(entry.actor, 'actor') &&
    same(entry.action, 'action') &&
    same(entry.subject, 'subject') &&
    same(entry.response, 'response') &&
    same(entry.at, 'at')
  );
}
