import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Collection,
  collectionWindows,
  longestQueue,
  type Supply,
} from './collection-windows.ts';

const hour = 3600;
const perMinute = (litres: number) => litres / 60;
const homes = (count: number, people: number) =>
  Array.from({ length: count }, (_, at) => ({ number: at + 1, people }));

describe('collectionWindows', () => {
  test('80 households of 3 with four taps of 7.5 litres a minute: two hours in four windows of half an hour', () => {
    const found = collectionWindows({
      hamlets: [{ name: '3组', households: homes(80, 3) }],
      supplies: [{ at: 9 * hour, until: 21 * hour, litres: 3600 }],
      flow: perMinute(4 * 7.5),
      most: 20,
    });
    expect(found?.litresPerPerson).toBe(15);
    expect(found?.windows).toEqual(
      [0, 1, 2, 3].map((at) => ({
        hamlet: '3组',
        numbers: [at * 20 + 1, at * 20 + 20],
        households: 20,
        people: 60,
        from: 9 * hour + at * 1800,
        to: 9 * hour + (at + 1) * 1800,
      })),
    );
  });

  test('nobody gets more than is asked for, and all the same where there is less', () => {
    const each = (litres: number) =>
      collectionWindows({
        hamlets: [{ name: '', households: homes(10, 4) }],
        supplies: [{ at: 0, until: 86_400, litres }],
        flow: 1,
        most: 20,
      })?.litresPerPerson;
    expect([each(5000), each(800), each(799), each(100), each(19)]).toEqual([
      20,
      20,
      19.5,
      2.5,
      undefined,
    ]);
  });

  test('what a tanker without a tank brings is drawn while it stands there; the second serves whom the first could not', () => {
    const found = collectionWindows({
      hamlets: [{ name: '', households: homes(20, 5) }],
      supplies: [
        { at: 8 * hour, until: 8 * hour + 1200, litres: 1000 },
        { at: 15 * hour, until: 15 * hour + 1200, litres: 1000 },
      ],
      flow: perMinute(50),
      most: 20,
    });
    expect(found?.litresPerPerson).toBe(20);
    expect(found?.windows.map(({ from, to, people }) => [from / hour, to - from, people])).toEqual([
      [8, 1200, 50],
      [15, 1200, 50],
    ]);
  });

  test('a tank that is not full enough yet makes the next wait for the tanker', () => {
    const found = collectionWindows({
      hamlets: [{ name: '', households: homes(10, 4) }],
      supplies: [
        { at: 7 * hour, until: 24 * hour, litres: 200 },
        { at: 12 * hour, until: 24 * hour, litres: 400 },
      ],
      flow: 1,
      most: 15,
    });
    expect(found?.litresPerPerson).toBe(15);
    expect(found?.windows.map(({ from, people }) => [from / hour, people])).toEqual([
      [7, 12],
      [12, 28],
    ]);
  });

  test.each([
    ['nobody', { hamlets: [], supplies: [{ at: 0, until: hour, litres: 100 }], flow: 1 }],
    [
      'no tap',
      {
        hamlets: [{ name: '', households: homes(1, 1) }],
        supplies: [{ at: 0, until: hour, litres: 100 }],
        flow: 0,
      },
    ],
    ['no water', { hamlets: [{ name: '', households: homes(1, 1) }], supplies: [], flow: 1 }],
  ])('%s: no windows', (_, draw) => {
    expect(collectionWindows({ ...draw, most: 20 })).toBeUndefined();
  });

  const anyDraw = fc.record({
    hamlets: fc.array(
      fc.record({
        name: fc.constantFrom('1组', '2组', '上屋', ''),
        households: fc.array(
          fc.record({
            number: fc.option(fc.integer({ min: 1, max: 200 })),
            people: fc.integer({ min: 0, max: 40 }),
          }),
          { maxLength: 60 },
        ),
      }),
      { maxLength: 5 },
    ),
    supplies: fc.array(
      fc
        .record({
          at: fc.integer({ min: 0, max: 80_000 }),
          stays: fc.integer({ min: 1, max: 20_000 }),
          litres: fc.integer({ min: 0, max: 8000 }),
        })
        .map(({ at, stays, litres }): Supply => ({ at, until: at + stays, litres })),
      { maxLength: 5 },
    ),
    flow: fc.integer({ min: 1, max: 300 }).map((litres) => litres / 60),
    most: fc.constantFrom(7.5, 15, 20),
  });

  test('under the model nobody waits longer, no two windows overlap, everybody has one, and no water is drawn that is not there', () => {
    let laid = 0;
    fc.assert(
      fc.property(anyDraw, (draw) => {
        const found = collectionWindows(draw);
        if (!found) return;
        laid++;
        const { windows, litresPerPerson } = found;
        const people = draw.hamlets
          .flatMap(({ households }) => households)
          .reduce((sum, one) => sum + one.people, 0);
        expect(windows.reduce((sum, window) => sum + window.people, 0)).toBe(people);
        expect(litresPerPerson).toBeLessThanOrEqual(draw.most);
        for (const [at, { from, to, people: heads }] of windows.entries()) {
          expect(to - from).toBeLessThanOrEqual(longestQueue);
          expect((heads * litresPerPerson) / draw.flow).toBeLessThanOrEqual(to - from + 1e-6);
          expect(from).toBeGreaterThanOrEqual(windows[at - 1]?.to ?? 0);
        }
        expect(drawsOnlyWhatIsThere(draw.supplies, found)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(laid).toBeGreaterThan(100);
  });
});

/** Draws each window again from the supplies that are open through all of it, the one that ends first before the others. */
function drawsOnlyWhatIsThere(
  supplies: readonly Supply[],
  { windows, litresPerPerson }: Collection,
): boolean {
  const water = supplies.map((supply) => ({ ...supply })).sort((a, b) => a.until - b.until);
  return windows.every(({ from, to, people }) => {
    let rest = people * litresPerPerson;
    for (const supply of water.filter(({ at, until }) => at <= from && to <= until)) {
      const drawn = Math.min(rest, supply.litres);
      supply.litres -= drawn;
      rest -= drawn;
    }
    return rest < 1e-6;
  });
}
