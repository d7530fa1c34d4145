import { describe, expect, test } from 'vitest';
import { hamletsOf, isFew } from './hamlets.ts';

const of = { village: '白壁村', people: 12 };
const homes = (before: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    label: `${before}${String(at + 1).padStart(2, '0')}户`,
    people: at + 1,
  }));

describe('hamletsOf', () => {
  test('reads the hamlet and the number off the house number, with the village before it or not', () => {
    const found = hamletsOf(
      [...homes('白壁村11组', 5), ...homes('3组', 6).reverse(), ...homes('白壁上屋', 5)],
      of,
    );
    expect(found.map(({ name, households }) => [name, households.length])).toEqual([
      ['3组', 6],
      ['11组', 5],
      ['上屋', 5],
    ]);
    expect(found[0]?.households.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found[0]?.households[5]).toEqual({ number: 6, people: 6 });
  });

  test('a few households, or one whose label says more than a number, are named nowhere', () => {
    const found = hamletsOf(
      [...homes('3组', 5), ...homes('老鹰嘴', 4), { label: '王家老屋', people: 3 }],
      of,
    );
    expect(found.some(({ andOthers }) => andOthers)).toBe(false);
    expect(found.map(({ name, households }) => [name, households.length])).toEqual([
      ['3组', 5],
      ['', 5],
    ]);
    expect(found[1]?.households.every(({ number }) => number === null)).toBe(true);
  });

  test('so few that they would be a line of their own come with the last hamlet', () => {
    const found = hamletsOf(
      [...homes('3组', 5), ...homes('11组', 5), { label: '王家老屋', people: 3 }],
      of,
    );
    expect(found.map(({ name, andOthers = false }) => [name, andOthers])).toEqual([
      ['3组', false],
      ['11组', true],
    ]);
    expect(found[1]?.households.at(-1)).toEqual({ number: null, people: 3 });
  });

  test('how many collect is for nobody where a house or two do', () => {
    expect([isFew(homes('3组', 4), 40), isFew(homes('3组', 5), 5)]).toEqual([true, false]);
    expect([isFew([], 6), isFew([], 240)]).toEqual([true, false]);
  });

  test('where no household is registered the point’s people come one by one', () => {
    expect(hamletsOf([], of)).toEqual([
      { name: '', households: Array.from({ length: 12 }, () => ({ number: null, people: 1 })) },
    ]);
  });
});
