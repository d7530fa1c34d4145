import fc from 'fast-check';
import { expect, test } from 'vitest';
import { door } from './door.fixture.ts';
import { planWalks, usualSettings, walkOf, workOf } from './walks.ts';

const doors = fc
  .array(
    fc.record({ litres: fc.integer({ min: 1, max: 120 }), point: fc.constantFrom('a', 'b') }),
    {
      maxLength: 30,
    },
  )
  .map((rows) =>
    rows.map(({ litres, point }, at) =>
      door({ household: `h${at}`, litres, point: { id: point, name: point } }),
    ),
  );
const volunteers = fc
  .integer({ min: 0, max: 6 })
  .map((n) => Array.from({ length: n }, (_, i) => `v${i}`));
const settings = fc.record({
  carryLitres: fc.integer({ min: 5, max: 200 }),
  tripMetres: fc.integer({ min: 100, max: 3000 }),
  metresPerMinute: fc.integer({ min: 20, max: 80 }),
  doorMinutes: fc.integer({ min: 1, max: 20 }),
  mostMetres: fc.integer({ min: 500, max: 12_000 }),
});
const minutes = fc.integer({ min: 0, max: 600 });

test('everybody is on one walk, or listed; no walk passes dark or is too far', () => {
  fc.assert(
    fc.property(doors, volunteers, settings, minutes, (all, who, set, until) => {
      const { walks, unserved } = planWalks(all, who, { settings: set, minutes: until });
      const told = [
        ...walks.flatMap(({ stops }) => stops.map((stop) => stop.door.household)),
        ...unserved.map((one) => one.door.household),
      ];
      expect(told.sort()).toEqual(all.map(({ household }) => household).sort());
      for (const walk of walks) {
        expect(walk.minutes).toBeLessThanOrEqual(until);
        expect(walk.metres).toBeLessThanOrEqual(set.mostMetres);
      }
    }),
  );
});

test('who is listed fits at the end of nobody’s walk', () => {
  fc.assert(
    fc.property(doors, volunteers, settings, minutes, (all, who, set, until) => {
      const { walks, unserved } = planWalks(all, who, { settings: set, minutes: until });
      for (const one of unserved) {
        expect(one.why === 'nobody').toBe(who.length === 0);
        for (const { volunteer, stops } of walks) {
          const longer = walkOf(volunteer, [...stops.map((stop) => stop.door), one.door], set);
          expect(longer.minutes > until || longer.metres > set.mostMetres).toBe(true);
        }
      }
    }),
  );
});

test('where nothing stands in the way, nobody is more than one door’s work from an equal share', () => {
  fc.assert(
    fc.property(doors, volunteers, (all, who) => {
      fc.pre(who.length > 0);
      const set = { ...usualSettings, mostMetres: 1_000_000 };
      const { walks } = planWalks(all, who, { settings: set, minutes: 1_000_000 });
      const works = all.map((one) => workOf(one, set));
      const equal = works.reduce((sum, one) => sum + one, 0) / who.length;
      const one = Math.max(0, ...works) + 1e-9;
      for (const { stops } of walks) {
        const work = stops.reduce((sum, stop) => sum + workOf(stop.door, set), 0);
        expect(Math.abs(work - equal)).toBeLessThanOrEqual(one);
      }
    }),
  );
});
