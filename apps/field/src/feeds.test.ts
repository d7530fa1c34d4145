import 'fake-indexeddb/auto';
import type { FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Heard } from './ask.ts';
import { feedsOf, readFeeds } from './feeds.ts';
import { type FieldDatabase, openFieldDatabase } from './store/database.ts';

const nothing = () => null;
const card: FieldCard = {
  id: 'gate',
  name: { 'zh-CN': '卡口', en: 'Gate' },
  purpose: { 'zh-CN': '核验', en: 'Checks' },
  permission: 'gate.check',
  icon: nothing,
  feed: { key: 'gates', path: '/api/gates' },
  more: (remembered) => {
    const gate = remembered('chosen');
    return typeof gate === 'string' ? [{ key: `gate ${gate}`, path: `/api/gates/${gate}` }] : [];
  },
  Page: nothing,
  Line: nothing,
  Again: nothing,
};

let db: FieldDatabase;
let opened = 0;
beforeEach(() => {
  opened += 1;
  db = openFieldDatabase(`feeds-${opened}`);
});
afterEach(() => db.delete());

const answered = (value: unknown): Heard => ({ is: 'answered', value });
let now = 0;
const clock = { now: () => (now += 1) };
const read = (get: (path: string) => Promise<Heard>) => readFeeds(db, 'a', [card], { get, clock });
const kept = async () =>
  Object.fromEntries([...(await feedsOf(db, 'a'))].map(([key, { value }]) => [key, value]));

test('what was chosen on the phone is read too, and what is chosen no more is let go', async () => {
  await db.settings.put({ account: 'a', key: 'chosen', value: '7' });
  await read(async (path) => answered(path));
  expect(await kept()).toEqual({ gates: '/api/gates', 'gate 7': '/api/gates/7' });
  await db.settings.put({ account: 'a', key: 'chosen', value: '8' });
  await read(async (path) => answered(path));
  expect(Object.keys(await kept()).sort()).toEqual(['gate 8', 'gates']);
});

test('an answer that was asked for earlier and comes later does not take the place of a newer one', async () => {
  let late: (heard: Heard) => void = nothing;
  const slow = read(() => new Promise((resolve) => (late = resolve)));
  await expect.poll(() => late).not.toBe(nothing);
  await read(async () => answered('newer'));
  late(answered('older'));
  await slow;
  expect(await kept()).toEqual({ gates: 'newer' });
});
