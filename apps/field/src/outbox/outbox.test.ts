import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { Draft } from '@liangbuwu/ui/phone/field-card.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Heard } from '../ask.ts';
import { type FieldDatabase, openFieldDatabase } from '../store/database.ts';
import { entriesOf, forgetOld, happened, keep, waitingByOwner } from './outbox.ts';
import { sendRound } from './send.ts';

const driver = { account: 'driver', name: '洒水1号司机甲' };
const other = { account: 'other', name: '洒水2号司机乙' };

let name: string;
let db: FieldDatabase;
beforeEach(() => {
  name = randomUUID();
  db = openFieldDatabase(name);
});

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  card: 'water-driver',
  kind: 'filled',
  path: `/api/entries/${id}`,
  body: { litres: 4000 },
  ...more,
});
const states = async (account = driver.account) =>
  (await entriesOf(db, account)).map(({ id, state }) => `${id} ${state}`);

/** A server that counts each id once, and says what it is told to say. */
function server(say: (id: string, times: number) => Heard | undefined = () => undefined) {
  const heard: string[] = [];
  const counted = new Set<string>();
  return {
    heard,
    counted,
    put: async ({ id }: { id: string }): Promise<Heard> => {
      heard.push(id);
      const said = say(id, heard.filter((one) => one === id).length);
      if (said && said.is !== 'answered') return said;
      counted.add(id);
      return said ?? { is: 'answered', value: { entry: { id } } };
    },
  };
}
const words = { 'zh-CN': '时间在将来。', en: 'In the future.' };
const refused = (status: number): Heard => ({
  is: 'refused',
  status,
  refusal: { code: 'not-yet', cause: words, remedy: words },
});
const lost: Heard = { is: 'unreachable' };

describe('what is recorded', () => {
  test('is there again after the page has gone', async () => {
    await keep(db, driver, draft('a'), 1);
    db.close();
    db = openFieldDatabase(name);
    expect(await states()).toEqual(['a waiting']);
  });

  test('is one entry however often the button is tapped', async () => {
    await Promise.all([1, 2, 3].map((made) => keep(db, driver, draft('a'), made)));
    expect(await states()).toEqual(['a waiting']);
  });

  test('is seen and sent by nobody else on the same phone, who is told how much waits', async () => {
    await keep(db, driver, draft('a'), 1);
    const { heard, put } = server();
    expect(await entriesOf(db, other.account)).toEqual([]);
    expect(await sendRound(db, other.account, put)).toEqual({ is: 'done', sent: 0 });
    expect(heard).toEqual([]);
    expect(await waitingByOwner(db)).toEqual([{ ...driver, count: 1 }]);
  });

  test('is forgotten a week after it was sent, and never before', async () => {
    for (const id of ['sent', 'waiting', 'refused']) await keep(db, driver, draft(id), 0);
    const { put } = server((id) =>
      id === 'refused' ? refused(409) : id === 'waiting' ? refused(500) : undefined,
    );
    await sendRound(db, driver.account, put);
    await forgetOld(db, 6 * 86_400_000);
    expect(await states()).toHaveLength(3);
    await forgetOld(db, 8 * 86_400_000);
    expect(await states()).toEqual(['waiting waiting', 'refused refused']);
  });
});

describe('a round of sending', () => {
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await keep(db, driver, draft(id), 1);
  });

  test('goes in the order in which they were made, once each', async () => {
    const { heard, put } = server();
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'done', sent: 3 });
    expect(heard).toEqual(['a', 'b', 'c']);
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'done', sent: 0 });
    expect(heard).toHaveLength(3);
  });

  test('ends where the signal does, and goes on there', async () => {
    const { heard, put } = server((id, times) => (id === 'b' && times === 1 ? lost : undefined));
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'later', sent: 1 });
    expect(await states()).toEqual(['a sent', 'b waiting', 'c waiting']);
    await sendRound(db, driver.account, put);
    expect(heard).toEqual(['a', 'b', 'b', 'c']);
  });

  test('that was cut off while an entry was on its way sends it again, with its id', async () => {
    await happened(db, 'a', 'taken');
    const { counted, put } = server();
    await sendRound(db, driver.account, put);
    expect([...counted]).toEqual(['a', 'b', 'c']);
  });

  test('keeps what the server returned, with its words, and goes on', async () => {
    const { put } = server((id) => (id === 'a' ? refused(409) : undefined));
    await sendRound(db, driver.account, put);
    expect(await states()).toEqual(['a refused', 'b sent', 'c sent']);
    const [first] = await entriesOf(db, driver.account);
    expect(first?.refusal?.cause).toEqual(words);
  });

  test('leaves what the server cannot digest for later, and the others go on', async () => {
    const { put } = server((id) => (id === 'a' ? refused(500) : undefined));
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'later', sent: 2 });
    expect(await states()).toEqual(['a waiting', 'b sent', 'c sent']);
  });

  test.each([429, 503])('waits when the server answers %d', async (status) => {
    const { put } = server(() => refused(status));
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'later', sent: 0 });
    expect(await states()).toEqual(['a waiting', 'b waiting', 'c waiting']);
  });

  test('ends when the session has ended, and keeps all', async () => {
    const { put } = server(() => refused(401));
    expect(await sendRound(db, driver.account, put)).toEqual({ is: 'signed-out', sent: 0 });
    expect(await states()).toEqual(['a waiting', 'b waiting', 'c waiting']);
  });

  test('sends a correction only after what it puts right', async () => {
    await keep(db, driver, draft('d', { after: 'a' }), 1);
    const { heard, put } = server((id, times) =>
      id === 'a' && times === 1 ? refused(500) : undefined,
    );
    await sendRound(db, driver.account, put);
    expect(heard).toEqual(['a', 'b', 'c']);
    await sendRound(db, driver.account, put);
    expect(heard).toEqual(['a', 'b', 'c', 'a', 'd']);
  });

  test('by two tabs at once loses nothing, and the server counts each once', async () => {
    const { counted, put } = server();
    const slow = async (entry: { id: string }) => {
      await new Promise((done) => setTimeout(done, 5));
      return put(entry);
    };
    await Promise.all([sendRound(db, driver.account, put), sendRound(db, driver.account, slow)]);
    expect([...counted].sort()).toEqual(['a', 'b', 'c']);
    expect(await states()).toEqual(['a sent', 'b sent', 'c sent']);
  });
});

describe('what was refused', () => {
  beforeEach(async () => {
    await keep(db, driver, draft('a'), 1);
    await sendRound(db, driver.account, server(() => refused(409)).put);
  });

  test('is put right by a new entry, which is sent in its place', async () => {
    await keep(db, driver, draft('b', { replaces: 'a' }), 2);
    expect(await states()).toEqual(['a set-aside', 'b waiting']);
  });

  test('is set aside by the person only', async () => {
    expect(await sendRound(db, driver.account, server().put)).toEqual({ is: 'done', sent: 0 });
    expect(await states()).toEqual(['a refused']);
    await happened(db, 'a', 'dropped');
    expect(await states()).toEqual(['a set-aside']);
  });

  test('stays sent where a slower tab hears otherwise', async () => {
    await keep(db, driver, draft('b'), 2);
    await happened(db, 'b', 'taken');
    await happened(db, 'b', 'received');
    await happened(db, 'b', 'failed');
    expect(await states()).toEqual(['a refused', 'b sent']);
  });
});

describe('what names somebody', () => {
  const personal = draft('a', { personal: ['note'], body: { litres: 20, note: '3组16户' } });
  const bodies = async () => (await entriesOf(db, driver.account)).map(({ body }) => body);

  test('stays as long as the server has not got it, and leaves the phone once it has', async () => {
    await keep(db, driver, personal, 1);
    await keep(db, driver, draft('b'), 2);
    await sendRound(db, driver.account, async () => ({ is: 'unreachable' }));
    expect(await bodies()).toEqual([personal.body, { litres: 4000 }]);
    const { put } = server();
    await sendRound(db, driver.account, put);
    expect(await states()).toEqual(['a sent', 'b sent']);
    expect(await bodies()).toEqual([{ litres: 20 }, { litres: 4000 }]);
  });

  test('leaves it when the person sets a refused one aside', async () => {
    await keep(db, driver, personal, 1);
    await happened(db, 'a', 'taken');
    await happened(db, 'a', 'refused');
    expect(await bodies()).toEqual([personal.body]);
    await happened(db, 'a', 'dropped');
    expect(await bodies()).toEqual([{ litres: 20 }]);
  });

  test('leaves it from what the server answered too', async () => {
    await keep(db, driver, personal, 1);
    await sendRound(db, driver.account, async () => ({
      is: 'answered',
      value: { number: '10-3', note: '3组16户' },
    }));
    const [entry] = await entriesOf(db, driver.account);
    expect(entry?.answer).toEqual({ number: '10-3' });
  });
});
