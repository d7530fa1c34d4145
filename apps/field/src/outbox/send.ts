import type { Heard } from '../ask.ts';
import type { FieldDatabase, StoredEntry } from '../store/database.ts';
import { entriesOf, happened } from './outbox.ts';
import { unsent } from './states.ts';

export type Round = {
  /** done: nothing waits; later: try again; signed-out: somebody has to sign in first. */
  is: 'done' | 'later' | 'signed-out';
  sent: number;
};

/**
 * Sends what waits, in the order in which it was made, each with its own id, which the server counts once. Without
 * signal the round ends; an entry that the server cannot digest now is left for the next round, and the others go on.
 */
export async function sendRound(
  db: FieldDatabase,
  account: string,
  put: (entry: StoredEntry) => Promise<Heard>,
): Promise<Round> {
  const passed = new Set<string>();
  let sent = 0;
  for (;;) {
    const entry = await nextOf(db, account, passed);
    if (!entry) return { is: passed.size > 0 ? 'later' : 'done', sent };
    await happened(db, entry.id, 'taken');
    const heard = await put(entry);
    if (heard.is === 'answered') {
      await happened(db, entry.id, 'received', { answer: heard.value, refusal: null });
      sent += 1;
      continue;
    }
    if (
      heard.is === 'refused' &&
      heard.status !== 401 &&
      heard.status < 500 &&
      !busy(heard.status)
    ) {
      await happened(db, entry.id, 'refused', { refusal: heard.refusal });
      continue;
    }
    await happened(db, entry.id, 'failed');
    if (heard.is === 'refused' && heard.status === 401) return { is: 'signed-out', sent };
    if (heard.is !== 'refused' || heard.status !== 500) return { is: 'later', sent };
    passed.add(entry.id);
  }
}

const busy = (status: number) => status === 408 || status === 429;

async function nextOf(
  db: FieldDatabase,
  account: string,
  passed: ReadonlySet<string>,
): Promise<StoredEntry | undefined> {
  const entries = await entriesOf(db, account);
  const waiting = new Set(entries.filter((one) => unsent.includes(one.state)).map(({ id }) => id));
  return entries.find(
    ({ id, after }) =>
      waiting.has(id) && !passed.has(id) && (after === null || !waiting.has(after)),
  );
}
