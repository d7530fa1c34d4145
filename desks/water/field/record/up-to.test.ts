import { expect, test } from 'vitest';
import { examples } from '../../recording/entry.examples.ts';
import { DriverEntry } from '../../recording/entry.ts';
import { readPhone } from '../../requests/person.ts';
import { mostLitres as mostOfRequest } from '../../requests/request.ts';
import { isPhone } from '../keeper/need.ts';
import { mostChlorine, mostDose, mostLitres, readUpTo } from './up-to.ts';

test.each([
  ['', undefined],
  [' ', undefined],
  ['0.5', 0.5],
  ['０．５', 0.5],
  ['20', 20],
])('%j of chlorine is %j', (typed, read) => {
  expect(readUpTo(mostChlorine, typed)).toBe(read);
});

test.each(['很少', '0.5mg', '.5', '0,5', '0。5', '-1', '20.1', '50'])(
  '%s is no figure of chlorine, and is not left out in silence',
  (typed) => {
    expect(readUpTo(mostChlorine, typed)).toBe('unclear');
  },
);

test('the phone takes as much as the server does', () => {
  const takes = (of: object) => DriverEntry.safeParse({ ...examples.driver.body, ...of }).success;
  expect([takes({ chlorine: mostChlorine }), takes({ chlorine: mostChlorine + 0.1 })]).toEqual([
    true,
    false,
  ]);
  expect(mostLitres).toBe(mostOfRequest);
  const { tanker, response, at } = {
    ...examples.driver.body,
    tanker: examples.keeper.body.response,
  };
  const filled = {
    kind: 'filled',
    response,
    at,
    tanker,
    source: response,
    amount: { litres: 1 },
  };
  const dosed = (doseGrams: number) => DriverEntry.safeParse({ ...filled, doseGrams }).success;
  expect([dosed(mostDose), dosed(mostDose + 1)]).toEqual([true, false]);
});

test.each([
  '138 0000 0000',
  '0731-2233445',
  '+86 13800000000',
  '１３８００００００００',
  '12',
  '看门口',
  '1',
])('the phone and the server think the same of %s as a telephone', (typed) => {
  let taken = true;
  try {
    readPhone(typed);
  } catch {
    taken = false;
  }
  expect(isPhone(typed)).toBe(taken);
});
