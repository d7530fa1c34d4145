import { expect, test } from 'vitest';
import type { FigureName } from '../cost-figures.ts';
import { emptiedEntry } from '../recording/entry.examples.ts';
import { chlorineOf, gramsFor } from './chlorine.ts';
import { suppliesOf } from './supplies.ts';
import { verifiedCost } from './verified-cost.ts';

const names = { tanker: () => '一号', source: () => '水厂' };
const fill = { ...emptiedEntry, kind: 'filled' as const, litres: 8000, doseGrams: 20 };

test('chlorine: m³ × mg/L ÷ available fraction', () => {
  // 8 m³ × 5 mg/L ÷ 0.65 = 61.5 g
  expect(gramsFor(8000, 5, 65)).toBe(61.5);
  const { rows, missing, dosed } = chlorineOf(
    [fill, { ...fill, doseGrams: null }, { ...fill, corrected: true }],
    { chlorineStrength: 65, chlorineTarget: 1, tankDisinfection: 5 },
    names,
  );
  // 20 g × 0.65 ÷ 8 m³ = 1.63 mg/L
  expect(rows).toMatchObject([
    { dose: 20, target: 12.3, disinfection: 61.5, strength: 1.63 },
    { dose: null, target: 12.3, disinfection: 61.5, strength: null },
  ]);
  expect(missing).toEqual([]);
  expect(dosed).toBe(20);
});

test('chlorine: a figure that nobody registered is named, and nothing is reckoned with it', () => {
  const { rows, missing } = chlorineOf([fill], { chlorineTarget: 1 }, names);
  expect(missing).toEqual(['chlorineStrength', 'tankDisinfection']);
  expect(rows).toMatchObject([{ target: null, disinfection: null, strength: null }]);
});

const work = [{ day: '2022-11-10', metres: 200_000, seconds: 180_000, filled: 0, delivered: 0 }];
const litres = { filled: 80_000, verified: 40_000, came: 70_000 };

test('the cost of a verified m³', () => {
  const costs = { kilometre: 4, driverHour: 30, sourceCubicMetre: 2.5 };
  // 200 × 4 + 50 × 30 + 80 × 2.5 = 2,500
  expect(verifiedCost(work, litres, costs)).toMatchObject({
    cost: { driving: 800, drivers: 1500, water: 200, sum: 2500 },
    perVerified: 62.5,
    perCame: 35.71,
    missing: [],
  });
  expect(verifiedCost(work, { ...litres, verified: 0 }, costs).perVerified).toBeNull();
  expect(verifiedCost(work, litres, { ...costs, kilometre: null })).toMatchObject({
    cost: null,
    perVerified: null,
    missing: ['kilometre'],
  });
  expect(verifiedCost([], litres, costs).cost).toBeNull();
});

const trucked = {
  days: 2,
  from: '2022-11-09',
  to: '2022-11-10',
  kilometres: 200,
  hours: 50,
  filled: 80,
  delivered: 80,
};
const used = { trucked, doses: null, hoursThisWeek: 0, day: '2022-11-10' };
const figures = (some: Partial<Record<FigureName, number>>, on: string | null = '2022-11-10') =>
  new Map(
    Object.entries(some).map(([name, value]) => [name as FigureName, { value, on }] as const),
  );

test('supplies end on the day on which they no longer suffice', () => {
  const [money, fuel, chlorine] = suppliesOf(
    figures({
      moneyLeft: 10_000,
      kilometre: 4,
      driverHour: 30,
      sourceCubicMetre: 2.5,
      fuelLeft: 150,
      fuelPerHundredKilometres: 25,
      chlorineLeft: 1,
      chlorineStrength: 50,
      chlorineTarget: 2,
    }),
    used,
  );
  // 10,000 ÷ 2,500 = 4 days: the 10th to the 13th.
  expect(money).toMatchObject({ use: 2500, last: 4, short: '2022-11-14', missing: [] });
  // 200 km × 25 L a 100 km = 50 L a day
  expect(fuel).toMatchObject({
    use: 50,
    of: { amount: 200, each: 25 },
    last: 3,
    short: '2022-11-13',
  });
  // 2 mg/L ÷ 0.5 = 4 g a m³; × 80 m³ = 320 g a day, of 1 kg
  expect(chlorine).toMatchObject({ use: 0.32, basis: 'needed', last: 3.1, short: '2022-11-13' });
});

test('chlorine goes by recorded doses where there are any', () => {
  const [, , chlorine] = suppliesOf(figures({ chlorineLeft: 1 }), {
    ...used,
    doses: { days: 3, grams: 25, litres: 10_000 },
  });
  // 25 g in 10 m³ are 2.5 g a m³; × 80 m³ = 200 g a day, of 1 kg: a fill without a dose makes it no less.
  expect(chlorine).toMatchObject({
    use: 0.2,
    basis: 'recorded',
    of: { amount: 80, each: 2.5 },
    days: 3,
    short: '2022-11-15',
  });
});

test.each([
  // Thursday; 50 hours a day.
  ['a week has enough', 350, 0, { short: null, lasts: true }],
  ['this week ends short', 200, 120, { short: '2022-11-11', lasts: false }],
  ['this week lasts, the next does not', 340, 100, { short: '2022-11-20', lasts: false }],
  ['nothing is left today', 100, 100, { short: '2022-11-10', lasts: false }],
])('driver hours: %s', (_, hours, worked, expected) => {
  const [, , , driver] = suppliesOf(figures({ driverHoursPerWeek: hours }), {
    ...used,
    hoursThisWeek: worked,
  });
  expect(driver).toMatchObject(expected);
});

test('what is missing is named and nothing is guessed', () => {
  const rows = suppliesOf(new Map(), { ...used, trucked: null });
  for (const row of rows) expect(row).toMatchObject({ use: null, last: null, short: null });
  expect(rows.map(({ missing }) => missing)).toEqual([
    ['moneyLeft', 'kilometre', 'driverHour', 'sourceCubicMetre'],
    ['fuelLeft', 'fuelPerHundredKilometres'],
    ['chlorineLeft', 'chlorineStrength', 'chlorineTarget'],
    ['driverHoursPerWeek'],
  ]);
});
