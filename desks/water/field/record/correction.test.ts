import { expect, test } from 'vitest';
import { emptiedEntry, examples } from '../../recording/entry.examples.ts';
import { DriverEntry, KeeperEntry } from '../../recording/entry.ts';
import { saidOn } from '../said.ts';
import { correctionOf } from './correction.ts';

const response = examples.driver.body.response;
const day = (entries: (typeof emptiedEntry)[]) => ({
  day: '2022-11-10',
  response: {
    id: response,
    name: { 'zh-CN': '', en: '' },
    zone: 'Asia/Shanghai',
    now: emptiedEntry.at,
    today: '2022-11-10',
    clock: 'set' as const,
  },
  entries,
});

test('a correction says again all that was said, and what it puts right', () => {
  const [said] = saidOn(day([emptiedEntry]), []);
  if (!said) throw new Error('it was said');
  const body = correctionOf(said, response);
  expect(body).toEqual({
    ...examples.driver.body,
    at: emptiedEntry.at,
    corrects: emptiedEntry.id,
  });
  expect(DriverEntry.safeParse(body).success).toBe(true);
});

test('of what a keeper received for somebody it keeps for whom', () => {
  const [said] = saidOn(day([{ ...examples.keeper.output.entry, onBehalfOf: '水管员' }]), []);
  if (!said) throw new Error('it was said');
  const body = correctionOf(said, response);
  expect(body).toMatchObject({ kind: 'received', amount: { litres: 3200 }, onBehalfOf: '水管员' });
  expect(KeeperEntry.safeParse(body).success).toBe(true);
});

test('an arrival has no litres to put right', () => {
  const [said] = saidOn(day([{ ...emptiedEntry, kind: 'arrived', litres: null }]), []);
  expect(said && correctionOf(said, response)).toBeUndefined();
});
