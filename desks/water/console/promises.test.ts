import type { Commitment, Need } from '@liangbuwu/office/commitments/contract.ts';
import { expect, test } from 'vitest';
import { findNext, phaseOf, promisesOf } from './promises.ts';

const promise = (
  id: string,
  from: string,
  to: string,
  part: Partial<Commitment> = {},
): Commitment => ({
  id,
  giver: 'tanker:t1',
  giverName: '洒水1号',
  quantity: 3000,
  dueFrom: from,
  dueTo: to,
  state: 'made',
  planned: true,
  proofs: [],
  resolution: null,
  ...part,
});

const need = (subject: string, promises: Commitment[]): Need => ({
  id: subject,
  area: 'v',
  subject,
  day: '2022-11-10',
  unit: 'litre',
  quantity: 5000,
  state: 'promised',
  outlook: null,
  promises,
});

const hours = (instant: string) => Number(instant) * 3600;

test('promises of all points come in order of time, withdrawn ones and other subjects left out', () => {
  const rows = promisesOf(
    [
      need('point:p1', [
        promise('late', '17', '18'),
        promise('gone', '8', '9', { state: 'withdrawn' }),
      ]),
      need('point:p2', [promise('early', '7', '8')]),
      need('gate:g', [promise('other', '6', '7')]),
    ],
    hours,
  );
  expect(rows.map(({ id, point, from }) => [id, point, from])).toEqual([
    ['early', 'p2', 25_200],
    ['late', 'p1', 61_200],
  ]);
});

test('of what a side says, its last word counts', () => {
  const proof = (side: 'giver' | 'receiver', quantity: number) => ({
    id: `${quantity}`,
    side,
    quantity,
    at: '8',
    saidBy: 'a',
    onBehalfOf: null,
    corrects: null,
  });
  const [row] = promisesOf(
    [
      need('point:p', [
        promise('x', '7', '8', { proofs: [proof('giver', 3000), proof('giver', 2800)] }),
      ]),
    ],
    hours,
  );
  expect(row?.said).toEqual({ giver: 2800, receiver: undefined });
});

test('next is what is under way, then what comes, never what somebody has spoken of', () => {
  const rows = promisesOf(
    [
      need('point:p', [
        promise('done', '7', '9', { state: 'kept' }),
        promise('now', '8', '10'),
        promise('later', '12', '13'),
      ]),
    ],
    hours,
  );
  expect(findNext(rows, hours('9'))?.id).toBe('now');
  expect(findNext(rows, hours('10'))?.id).toBe('later');
  expect(findNext(rows, hours('13'))).toBeUndefined();
});

test('a promise that nobody has spoken of is to come, under way, or overdue', () => {
  const [row] = promisesOf([need('point:p', [promise('x', '8', '10')])], hours);
  if (!row) throw new Error('no row');
  expect([7, 8, 9, 10].map((hour) => phaseOf(row, hour * 3600))).toEqual([
    'to-come',
    'under-way',
    'under-way',
    'unspoken',
  ]);
  expect(phaseOf({ ...row, state: 'kept' }, 0)).toBe('kept');
});
