import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Heard } from '../ask.ts';
import { feedsOf, forgetPersonal, readFeeds } from '../feeds.ts';
import { entriesOf, happened, keep } from '../outbox/outbox.ts';
import { type FieldDatabase, openFieldDatabase } from '../store/database.ts';
import { keepPerson, leave } from './session.ts';

const volunteer = { account: 'volunteer', name: '志愿者甲', permissions: ['water.visit'] };
const hour = 3_600_000;
const card = (key: string, personal?: true) =>
  ({ id: key, feed: { key, path: `/api/${key}`, ...(personal && { personal }) } }) as FieldCard;
const doors = card('doors', true);
const points = card('points');

let db: FieldDatabase;
beforeEach(() => {
  db = openFieldDatabase(randomUUID());
});

const read = (cards: readonly FieldCard[], at: number, account = volunteer.account) =>
  readFeeds(db, account, cards, {
    get: async (): Promise<Heard> => ({ is: 'answered', value: { label: '3组16户' } }),
    clock: { now: () => at },
  });
const kept = async (account = volunteer.account) => [...(await feedsOf(db, account)).keys()];

describe('who leaves', () => {
  beforeEach(async () => {
    await keepPerson(db, volunteer);
    await read([doors, points], 0);
    for (const id of ['sent', 'waiting', 'refused'])
      await keep(db, volunteer, { id, card: 'doors', kind: 'x', path: '/api/x', body: {} }, 0);
    for (const [id, what] of [
      ['sent', 'received'],
      ['refused', 'refused'],
    ] as const) {
      await happened(db, id, 'taken');
      await happened(db, id, what);
    }
  });
  const ids = async () => (await entriesOf(db, volunteer.account)).map(({ id }) => id);

  test('leaves what the server has not got, and nothing else', async () => {
    await read([doors], 0, 'another');
    expect(await leave(db, async () => ({ is: 'answered', value: {} }))).toEqual({ is: 'out' });
    expect([await kept(), await kept('another')]).toEqual([[], ['doors']]);
    expect(await ids()).toEqual(['waiting', 'refused']);
  });

  test('without signal has not left', async () => {
    expect(await leave(db, async () => ({ is: 'unreachable' }))).toBeUndefined();
    expect(await kept()).toEqual(['doors', 'points']);
    expect(await ids()).toHaveLength(3);
  });
});

test('what names somebody is let go a day after it was read, what does not stays for the valley', async () => {
  await read([doors, points], 0);
  await forgetPersonal(db, [doors, points], 23 * hour);
  expect(await kept()).toEqual(['doors', 'points']);
  await forgetPersonal(db, [doors, points], 25 * hour);
  expect(await kept()).toEqual(['points']);
});

test('what somebody may see no more is let go when the others are read', async () => {
  await read([doors, points], 0);
  await read([points], 1);
  expect(await kept()).toEqual(['points']);
});
