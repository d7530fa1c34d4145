import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import Dexie, { type EntityTable, type Table } from 'dexie';

/** An entry with whose it is. `seq` counts up, so it is the order in which entries were made. */
export type StoredEntry = KeptEntry & { seq: number; account: string; accountName: string };

type StoredFeed = { account: string; key: string; value: unknown; fetched: number };
type StoredSetting = { account: string; key: string; value: unknown };

export type FieldDatabase = Dexie & {
  entries: EntityTable<StoredEntry, 'seq'>;
  feeds: Table<StoredFeed, [string, string]>;
  settings: Table<StoredSetting, [string, string]>;
};

/** What the phone itself knows, under no account. */
export const nobody = '';

export function openFieldDatabase(name = 'liangbuwu-field'): FieldDatabase {
  // "strict": a commit is on the disk when it is said to be, so that an empty battery takes nothing back.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as FieldDatabase;
  database.version(1).stores({
    entries: '++seq, &id, account, state',
    feeds: '[account+key], account',
    settings: '[account+key], account',
  });
  return database;
}
