import { expect, test } from 'vitest';
import type { Round } from './send.ts';
import { createSender, type SenderMeans } from './sender.ts';

const settled = () => new Promise((done) => setTimeout(done, 0));

function stage(
  answers: (Round['is'] | 'breaks')[],
  more: Partial<Pick<SenderMeans, 'alone' | 'onRound'>> = {},
) {
  let rounds = 0;
  const waits: { seconds: number; work: () => void; cancelled: boolean }[] = [];
  const sender = createSender({
    round: async () => {
      const is = answers[rounds] ?? 'done';
      rounds += 1;
      if (is === 'breaks') throw new Error('the database is busy');
      return { is, sent: 0 };
    },
    onRound: () => undefined,
    alone: (work) => work(),
    wait: (work, milliseconds) => {
      const wait = { seconds: milliseconds / 1000, work, cancelled: false };
      waits.push(wait);
      return () => {
        wait.cancelled = true;
      };
    },
    random: () => 1,
    ...more,
  });
  return { sender, waits, rounds: () => rounds };
}

test('without signal it tries again by itself, less and less often, up to half a minute', async () => {
  const { sender, waits, rounds } = stage(Array<Round['is']>(7).fill('later'));
  sender.kick();
  await settled();
  for (let at = 0; at < 6; at++) {
    waits[at]?.work();
    await settled();
  }
  expect(waits.map(({ seconds }) => seconds)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  waits[6]?.work();
  await settled();
  expect(rounds()).toBe(8);
  expect(waits).toHaveLength(7);
});

test('signal, or a new entry, does not wait for its turn', async () => {
  const { sender, waits, rounds } = stage(['later', 'done']);
  sender.kick();
  await settled();
  sender.kick();
  await settled();
  expect(rounds()).toBe(2);
  expect(waits.map(({ cancelled }) => cancelled)).toEqual([true]);
});

test('what is recorded while a round is on its way is looked for after it', async () => {
  const { sender, rounds } = stage([]);
  sender.kick();
  sender.kick();
  sender.kick();
  await settled();
  expect(rounds()).toBe(2);
});

test('a round that breaks is tried again', async () => {
  const { sender, waits, rounds } = stage(['breaks', 'done']);
  sender.kick();
  await settled();
  waits[0]?.work();
  await settled();
  expect(rounds()).toBe(2);
});

test.each<[string, Partial<Pick<SenderMeans, 'alone' | 'onRound'>>]>([
  ['the phone gives no lock', { alone: () => Promise.reject(new DOMException('', 'AbortError')) }],
  [
    'what follows a round breaks',
    {
      onRound: () => {
        throw new Error('the page is going');
      },
    },
  ],
])('where %s it goes on all the same', async (_, means) => {
  const { sender, waits } = stage([], means);
  sender.kick();
  await settled();
  expect(waits).toHaveLength(1);
  waits[0]?.work();
  await settled();
  expect(waits).toHaveLength(2);
});

test('signed out it waits for signing in, and stopped it does nothing', async () => {
  const { sender, waits, rounds } = stage(['signed-out']);
  sender.kick();
  await settled();
  expect(waits).toEqual([]);
  sender.stop();
  sender.kick();
  await settled();
  expect(rounds()).toBe(1);
});
