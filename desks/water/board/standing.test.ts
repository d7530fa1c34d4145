import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { describe, expect, test } from 'vitest';
import { atClock } from '../testing/field-entry.ts';
import { standingOf } from './standing.ts';

const promise = (part: Partial<Commitment> = {}): Commitment => ({
  id: 'p',
  giver: 'tanker:t',
  giverName: '洒水1号',
  quantity: 4000,
  dueFrom: atClock('09:00'),
  dueTo: atClock('09:30'),
  state: 'made',
  planned: true,
  proofs: [],
  resolution: null,
  ...part,
});
const said = (side: 'giver' | 'receiver', time: string) =>
  promise({
    state: 'one-sided',
    proofs: [{ side, at: atClock(time), quantity: 4000 } as Commitment['proofs'][number]],
  });

describe('a promise that nobody has spoken of', () => {
  test.each([
    ['08:59', 'coming', null],
    ['09:00', 'under-way', null],
    ['09:45', 'under-way', null],
    ['09:46', 'late', 16],
  ])('at %s is %s', (time, standing, behind) => {
    expect(standingOf(promise(), atClock(time))).toEqual({ standing, behind });
  });
  test('may be late by what its driver said', () => {
    expect(standingOf(promise(), atClock('09:46'), { delay: 20 })).toEqual({
      standing: 'under-way',
      behind: 20,
    });
    expect(standingOf(promise(), atClock('10:06'), { delay: 20 }).standing).toBe('late');
  });
  test('is under way once the tanker has come', () => {
    expect(standingOf(promise(), atClock('08:40'), { arrived: true }).standing).toBe('under-way');
    expect(standingOf(promise(), atClock('12:00'), { arrived: true }).standing).toBe('under-way');
  });
});

describe('the second key', () => {
  test('is waited for an hour from the driver’s word on', () => {
    expect(standingOf(said('giver', '10:00'), atClock('11:00')).standing).toBe(
      'waits-for-second-key',
    );
    expect(standingOf(said('giver', '10:00'), atClock('11:01'))).toEqual({
      standing: 'second-key-missing',
      behind: 61,
    });
  });
  test('the driver’s is missed as well', () => {
    expect(standingOf(said('receiver', '10:00'), atClock('11:01')).standing).toBe(
      'first-key-missing',
    );
  });
});

test.each([
  ['disputed', 'differs'],
  ['kept', 'kept'],
  ['partly-kept', 'partly-kept'],
] as const)('%s reads %s', (state, standing) => {
  expect(standingOf(promise({ state }), atClock('23:00')).standing).toBe(standing);
});
