import type { Feed, Fetched, FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import type { Heard } from './ask.ts';
import type { FieldDatabase } from './store/database.ts';

/** All that these cards read, by what was chosen on this phone. */
export function feedsWanted(
  cards: readonly FieldCard[],
  settings: ReadonlyMap<string, unknown>,
): Feed[] {
  const remembered = (key: string) => settings.get(key);
  return cards.flatMap(({ feed, more }) => [feed, ...(more?.(remembered) ?? [])]);
}

/** Reads the feeds of these cards anew and keeps them; what could not be read stays as it was. */
export async function readFeeds(
  db: FieldDatabase,
  account: string,
  cards: readonly FieldCard[],
  means: { get: (path: `/api/${string}`) => Promise<Heard>; clock: { now: () => number } },
): Promise<'read' | 'unreachable' | 'signed-out'> {
  const wanted = feedsWanted(cards, await settingsOf(db, account));
  const keys = new Set(wanted.map(({ key }) => key));
  // What they may see no more.
  await db.feeds
    .where({ account })
    .filter(({ key }) => !keys.has(key))
    .delete();
  for (const feed of wanted) {
    const asked = means.clock.now();
    const heard = await means.get(feed.path);
    if (heard.is === 'unreachable') return 'unreachable';
    if (heard.is === 'refused' && heard.status === 401) return 'signed-out';
    if (heard.is !== 'answered') continue;
    const { value } = heard;
    await db.transaction('rw', db.feeds, async () => {
      // An answer that was asked for before the one kept had come may be the older one.
      const kept = await db.feeds.get([account, feed.key]);
      if (kept && kept.fetched > asked) return;
      await db.feeds.put({ account, key: feed.key, value, fetched: means.clock.now() });
    });
  }
  return 'read';
}

const aDay = 24 * 3_600_000;

/** Lets go of what names somebody a day after it was read, whoever read it: its day is over. */
export async function forgetPersonal(
  db: FieldDatabase,
  cards: readonly FieldCard[],
  now: number,
): Promise<void> {
  const keys = new Set(cards.filter(({ feed }) => feed.personal).map(({ feed }) => feed.key));
  await db.feeds.filter(({ key, fetched }) => keys.has(key) && fetched < now - aDay).delete();
}

export async function feedsOf(db: FieldDatabase, account: string): Promise<Map<string, Fetched>> {
  const kept = await db.feeds.where({ account }).toArray();
  return new Map(kept.map(({ key, value, fetched }) => [key, { value, fetched }]));
}

export async function settingsOf(
  db: FieldDatabase,
  account: string,
): Promise<Map<string, unknown>> {
  const kept = await db.settings.where({ account }).toArray();
  return new Map(kept.map(({ key, value }) => [key, value]));
}
