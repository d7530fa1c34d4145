import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelAtStart, type TankRun, tankAfter } from './carry-over.ts';

/** A day of a thousand seconds in which people draw a thousand litres. */
const run: TankRun = { from: 1000, to: 2000, level: 500, need: 1000, deliveries: [] };
const at = (finish: number, litres: number) => ({ finish, litres });

describe('what a day leaves in a tank', () => {
  test.each([
    ['drawn empty, nothing', {}, 0],
    ['what came late stays', { deliveries: [at(1900, 800)] }, 700],
    ['what came in time was drawn', { deliveries: [at(1400, 800)] }, 300],
    ['what came after the service hours is still there', { deliveries: [at(2500, 800)] }, 800],
    ['in whatever order it is written', { deliveries: [at(1900, 400), at(1400, 800)] }, 700],
    ['with no need all of it', { need: 0 }, 500],
  ])('%s', (_, part, left) => {
    expect(tankAfter({ ...run, ...part })).toBe(left);
  });

  test('a reading within the day counts from its moment on, with what came before it', () => {
    const deliveries = [at(1200, 5000), at(1800, 100)];
    expect(tankAfter({ ...run, deliveries }, { at: 1500, litres: 600 })).toBe(200);
    expect(tankAfter({ ...run, deliveries }, { at: 2000, litres: 600 })).toBe(600);
  });

  test('no litre is made or lost but by people', () => {
    const deliveries = fc.array(
      fc.record({ finish: fc.integer({ min: 1000, max: 2000 }), litres: fc.nat(3000) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), deliveries, (level, need, came) => {
        const left = tankAfter({ ...run, level, need, deliveries: came });
        const all = level + came.reduce((sum, { litres }) => sum + litres, 0);
        expect(left).toBeLessThanOrEqual(all);
        expect(left).toBeGreaterThanOrEqual(Math.max(0, all - need) - 1);
      }),
    );
  });
});

describe('the level at the start of a day', () => {
  const tank = { litres: 4000, level: 1500 };
  const begins = 5000;
  const before: TankRun = { ...run, deliveries: [at(1900, 800)] };

  test('is what is registered, as long as nothing else is known', () => {
    expect(levelAtStart({ tank, begins })).toEqual({ level: 1500, basis: 'registered', at: null });
  });

  test('is what yesterday left', () => {
    expect(levelAtStart({ tank, begins, before })).toEqual({
      level: 700,
      basis: 'carried',
      at: 2000,
    });
  });

  test('is what was read since', () => {
    expect(levelAtStart({ tank, begins, before, reading: { at: 4000, litres: 2600 } })).toEqual({
      level: 2600,
      basis: 'measured',
      at: 4000,
    });
  });

  test('a reading of yesterday is carried over from its moment', () => {
    const reading = { at: 1500, litres: 600 };
    expect(levelAtStart({ tank, begins, before, reading })).toEqual({
      level: 900,
      basis: 'carried',
      at: 2000,
    });
  });

  test('an older reading is in yesterday’s level already', () => {
    const reading = { at: 500, litres: 4000 };
    expect(levelAtStart({ tank, begins, before, reading })).toMatchObject({ level: 700 });
  });

  test('a reading since the day began is counted back: less what came, more what was drawn', () => {
    const today = { from: 5000, to: 6000, need: 1000, deliveries: [at(5200, 900), at(5800, 900)] };
    const reading = { at: 5500, litres: 1600 };
    expect(levelAtStart({ tank, begins, before, reading, today })).toEqual({
      level: 1200,
      basis: 'measured',
      at: 5500,
    });
  });

  test('it never holds more than it can, nor less than nothing', () => {
    const flood = { ...before, deliveries: [at(1900, 9000)] };
    expect(levelAtStart({ tank, begins, before: flood }).level).toBe(4000);
    const today = { from: 5000, to: 6000, need: 0, deliveries: [at(5100, 900)] };
    expect(levelAtStart({ tank, begins, reading: { at: 5500, litres: 100 }, today }).level).toBe(0);
  });
});
