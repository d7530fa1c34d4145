import type { Fetched, FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import type { Heard } from './ask.ts';
import type { FieldDatabase } from './store/database.ts';

/** Reads the feeds of these cards anew and keeps them; what could not be read stays as it was. */
export async function readFeeds(
  db: FieldDatabase,
  account: string,
  cards: readonly FieldCard[],
  means: { get: (path: `/api/${string}`) => Promise<Heard>; clock: { now: () => number } },
): Promise<'read' | 'unreachable' | 'signed-out'> {
  for (const { feed } of cards) {
    const heard = await means.get(feed.path);
    if (heard.is === 'unreachable') return 'unreachable';
    if (heard.is === 'refused' && heard.status === 401) return 'signed-out';
    if (heard.is === 'answered')
      await db.feeds.put({
        account,
        key: feed.key,
        value: heard.value,
        fetched: means.clock.now(),
      });
  }
  return 'read';
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
