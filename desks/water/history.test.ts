import type { Commitment, Proof } from '@liangbuwu/office/commitments/contract.ts';
import { describe, expect, test } from 'vitest';
import { arrivalOf, figuresOf } from './history.ts';
import { pointDay } from './testing/point-day.ts';

const said = (side: Proof['side'], quantity: number) => ({ side, quantity }) as Proof;
const promise = (state: Commitment['state'], ...proofs: Proof[]) =>
  arrivalOf({ quantity: 4000, state, dueTo: '', proofs, resolution: null }, () => 30_000);

describe('what counts of a promised delivery', () => {
  test.each([
    ['nobody has spoken: the promise', promise('made'), 4000, 'promised'],
    ['the driver alone says less', promise('one-sided', said('giver', 3000)), 3000, 'promised'],
    ['the driver alone says more', promise('one-sided', said('giver', 5000)), 4000, 'promised'],
    ['the village alone', promise('one-sided', said('receiver', 0)), 0, 'promised'],
    [
      'both agree: what the village says',
      promise('kept', said('giver', 4000), said('receiver', 3950)),
      3950,
      'agreed',
    ],
    [
      'they differ: what the village says',
      promise('disputed', said('giver', 4000), said('receiver', 1000)),
      1000,
      'differs',
    ],
    [
      'each side’s last word',
      promise('kept', said('receiver', 0), said('giver', 4000), said('receiver', 4000)),
      4000,
      'agreed',
    ],
  ])('%s', (_, arrival, litres, word) => {
    expect(arrival).toEqual({ finish: 30_000, litres, word });
  });

  test('they differed, and somebody decided by name: what was decided', () => {
    const proofs = [said('giver', 4000), said('receiver', 3200)];
    const resolution = { quantity: 3600 } as Commitment['resolution'];
    expect(
      arrivalOf({ quantity: 4000, state: 'partly-kept', dueTo: '', proofs, resolution }, () => 0),
    ).toEqual({ finish: 0, litres: 3600, word: 'agreed' });
  });
});

const came = (litres: number, word: 'agreed' | 'differs' | 'promised', finish = 30_000) => ({
  finish,
  litres,
  word,
});

describe('what a point got', () => {
  test('without a tank it is what came within the service hours', () => {
    const arrivals = [
      came(1000, 'agreed'),
      came(500, 'agreed', 86_400),
      came(700, 'agreed', 86_401),
    ];
    expect(figuresOf(pointDay({}), arrivals)).toEqual({
      got: 1500,
      perPerson: 15,
      short: 5,
      basis: 'proven',
      differing: 0,
    });
  });

  test('with a tank it is what people could draw', () => {
    const day = pointDay({ tank: { litres: 5000, level: 1000 } });
    expect(figuresOf(day, [])).toMatchObject({ got: 1000, perPerson: 10, short: 10 });
    // What comes at the very end stays in the tank.
    expect(figuresOf(day, [came(1000, 'promised', 86_400)])).toMatchObject({ got: 1000 });
  });

  test('own wells count, and nobody is short for a litre of rounding', () => {
    const day = pointDay({ have: 500, need: 1500 });
    expect(figuresOf(day, [came(1499, 'promised')])).toMatchObject({ perPerson: 19.9, short: 0 });
  });

  test('where nobody lives nobody is short', () => {
    expect(figuresOf(pointDay({ people: 0, need: 0 }), [])).toMatchObject({
      perPerson: 0,
      short: 0,
    });
  });

  test.each([
    [[], 'promised', 0],
    [[came(1, 'promised')], 'promised', 0],
    [[came(1, 'agreed'), came(1, 'promised')], 'partly-proven', 0],
    [[came(1, 'agreed'), came(1, 'differs')], 'partly-proven', 1],
    [[came(1, 'differs')], 'promised', 1],
  ] as const)('how it is known: %j', (arrivals, basis, differing) => {
    expect(figuresOf(pointDay({}), arrivals)).toMatchObject({ basis, differing });
  });
});

describe('what is spilled', () => {
  test('people have what was delivered less it, and are short of the rest', () => {
    const day = pointDay({ lossPercent: 10 });
    expect(figuresOf(day, [came(2000, 'agreed')])).toMatchObject({
      got: 1800,
      perPerson: 18,
      short: 2,
    });
    expect(figuresOf(day, [came(2223, 'agreed')])).toMatchObject({ got: 2000, short: 0 });
  });

  test('it leaves a village tank too', () => {
    const day = pointDay({ lossPercent: 10, tank: { litres: 5000, level: 1000 } });
    expect(figuresOf(day, [])).toMatchObject({ got: 900, perPerson: 9 });
    const full = pointDay({ lossPercent: 10, tank: { litres: 5000, level: 3000 } });
    expect(figuresOf(full, [])).toMatchObject({ got: 2000, short: 0 });
  });
});
