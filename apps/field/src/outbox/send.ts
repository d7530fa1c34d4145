import type { Heard } from '../ask.ts';
import type { FieldDatabase, StoredEntry } from '../store/database.ts';
import { happened } from './outbox.ts';
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
    const waiting = await waitingOf(db, account);
    const ids = new Set(waiting.map(({ id }) => id));
    const before = ids.size;
    for (const { id, after } of waiting) {
      if (passed.has(id) || (after !== null && ids.has(after))) continue;
      // Somebody, or another tab, may have seen to it since the list was read.
      const entry = await db.entries.get({ id });
      ids.delete(id);
      if (!entry || !unsent.includes(entry.state)) continue;
      await happened(db, id, 'taken');
      const heard = await put(entry);
      if (heard.is === 'answered') {
        await happened(db, id, 'received', { answer: heard.value, refusal: null });
        sent += 1;
        continue;
      }
      if (
        heard.is === 'refused' &&
        heard.status !== 401 &&
        heard.status < 500 &&
        !busy(heard.status)
      ) {
        await happened(db, id, 'refused', { refusal: heard.refusal });
        continue;
      }
      await happened(db, id, 'failed');
      if (heard.is === 'refused' && heard.status === 401) return { is: 'signed-out', sent };
      if (heard.is !== 'refused' || heard.status !== 500) return { is: 'later', sent };
      passed.add(id);
      ids.add(id);
    }
    // Nothing was left that may go now; what was recorded meanwhile is in the next list.
    if (ids.size === before) return { is: passed.size > 0 ? 'later' : 'done', sent };
  }
}

const busy = (status: number) => status === 408 || status === 429;

const waitingOf = async (db: FieldDatabase, account: string): Promise<StoredEntry[]> =>
  (await db.entries.where('state').anyOf(unsent).sortBy('seq')).filter(
    (entry) => entry.account === account,
  );
