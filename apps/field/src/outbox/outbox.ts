import type { Draft, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { FieldDatabase, StoredEntry } from '../store/database.ts';
import { type Happening, stateAfter, unsent } from './states.ts';

export type Owner = { account: string; name: string };

/** Keeps what somebody recorded. Resolves when it is on the disk; the same id again changes nothing. */
export async function keep(
  db: FieldDatabase,
  owner: Owner,
  { after, replaces, ...draft }: Draft,
  made: number,
): Promise<void> {
  await db.transaction('rw', db.entries, async () => {
    if (await db.entries.get({ id: draft.id })) return;
    await db.entries.add({
      ...draft,
      account: owner.account,
      accountName: owner.name,
      made,
      state: 'waiting',
      refusal: null,
      answer: null,
      after: after ?? null,
    });
    if (replaces) await happened(db, replaces, 'replaced');
  });
}

/** Moves an entry on, with what the server said, if by its state it may move. What names somebody is let go once it is over. */
export async function happened(
  db: FieldDatabase,
  id: string,
  what: Happening,
  said: Partial<Pick<KeptEntry, 'refusal' | 'answer'>> = {},
): Promise<void> {
  await db.transaction('rw', db.entries, async () => {
    const entry = await db.entries.get({ id });
    const state = entry && stateAfter(entry.state, what);
    if (!entry || !state) return;
    const { body, own, personal = [] } = entry;
    const { answer = entry.answer } = said;
    await db.entries.update(entry.seq, {
      state,
      ...said,
      ...(isDone({ state }) && {
        body: without(body, personal),
        answer: without(answer, personal),
        ...(own && { own: without(own, personal) as typeof own }),
      }),
    });
  });
}

function without(value: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !fields.includes(name)));
}

export const entriesOf = (db: FieldDatabase, account: string): Promise<StoredEntry[]> =>
  db.entries.where({ account }).sortBy('seq');

/** What waits for its server, by whose it is. */
export async function waitingByOwner(db: FieldDatabase): Promise<(Owner & { count: number })[]> {
  const waiting = await db.entries.where('state').anyOf(unsent).toArray();
  const owners = new Map<string, Owner & { count: number }>();
  for (const { account, accountName } of waiting) {
    const count = (owners.get(account)?.count ?? 0) + 1;
    owners.set(account, { account, name: accountName, count });
  }
  return [...owners.values()];
}

/** Takes away what an account recorded on this phone and the server has, or the person gave up. */
export async function forgetDone(db: FieldDatabase, account: string): Promise<void> {
  await db.entries.where({ account }).filter(isDone).delete();
}

const isDone = ({ state }: Pick<StoredEntry, 'state'>) => state === 'sent' || state === 'set-aside';

const keptFor = 7 * 24 * 3_600_000;

/** Takes away what has long been sent, or set aside by the person; never what waits or was refused. */
export async function forgetOld(db: FieldDatabase, now: number): Promise<void> {
  await db.entries.filter((entry) => isDone(entry) && entry.made < now - keptFor).delete();
}
