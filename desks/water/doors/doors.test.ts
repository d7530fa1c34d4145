import { expect, test } from 'vitest';
import { listed } from './door.fixture.ts';
import { awayTooOften, doorsToday } from './doors.ts';

test('who cannot come is brought the floor’s litres a person', () => {
  const { doors, toCheck } = doorsToday([listed({ people: 3 })], 7.5);
  expect(doors).toMatchObject([{ household: 'h1', litres: 23, cannotCome: true, request: null }]);
  expect(toCheck).toEqual([]);
});

test('who asked for more is brought what was asked for, who can come and asked for nothing is no door', () => {
  const request = { id: 'r1', number: '10-3', litres: 40 };
  const { doors } = doorsToday(
    [listed({ request }), listed({ household: 'h2', cannotCome: false })],
    15,
  );
  expect(doors).toMatchObject([{ litres: 40, request: { id: 'r1', number: '10-3' } }]);
  expect(doors).toHaveLength(1);
});

test('the dead, the moved, the doubled, the empty and the never at home stand apart, each with why', () => {
  const request = { id: 'r1', number: '10-3', litres: 20 };
  const { doors, toCheck } = doorsToday(
    [
      listed({ household: 'dead', gone: 'died', request }),
      listed({ household: 'moved', gone: 'moved', request }),
      listed({ household: 'first', key: '3-16' }),
      listed({ household: 'twice', key: '3-16', label: '三组十六号' }),
      listed({ household: 'elsewhere', key: '3-16', area: 'another' }),
      listed({ household: 'empty', people: 0 }),
      listed({ household: 'away', away: { days: awayTooOften, visit: 'v' } }),
      listed({ household: 'nowhere', point: null }),
      listed({ household: 'forgotten', gone: 'died' }),
    ],
    15,
  );
  expect(doors.map(({ household }) => household)).toEqual(['elsewhere', 'first']);
  expect(toCheck[2]).toMatchObject({ double: '3组16户' });
  expect(toCheck.map(({ household, why, gone }) => [household, why, gone])).toEqual([
    ['dead', 'gone', 'died'],
    ['moved', 'gone', 'moved'],
    ['twice', 'doubled', null],
    ['empty', 'nobody', null],
    ['away', 'never-home', null],
    ['nowhere', 'no-point', null],
  ]);
});

test('doors go by point and house number', () => {
  const other = { id: 'p0', name: '白壁村11组' };
  const { doors } = doorsToday(
    [
      listed({ household: 'c', point: other, order: '5 004' }),
      listed({ household: 'b', order: '3 016' }),
      listed({ household: 'a', order: '3 002' }),
    ],
    15,
  );
  expect(doors.map(({ household }) => household)).toEqual(['a', 'b', 'c']);
});
