import { expect, test } from 'vitest';
import { household } from './contract.ts';
import { doubtsOf } from './doubts.ts';

const alone = { double: undefined, elsewhere: false };
const fields = (people: number, similar = {}) =>
  doubtsOf({ ...household, people }, { ...alone, ...similar }).map(({ field }) => field);

test.each([
  [1, []],
  [15, []],
  [0, ['people']],
  [16, ['people']],
])('%i people: %j', (people, doubted) => {
  expect(fields(people)).toEqual(doubted);
});

test('a double is named, so that it can be looked for', () => {
  const [doubt] = doubtsOf(household, { double: '三组十六号', elsewhere: false });
  expect(doubt).toMatchObject({ field: 'label' });
  for (const said of Object.values(doubt?.cause ?? {})) expect(said).toContain('三组十六号');
});

test('all that looks wrong is said at once', () => {
  expect(fields(40, { double: 'x', elsewhere: true })).toEqual(['label', 'place', 'people']);
});
