import { expect, test } from 'vitest';
import { tellingTiers } from './telling-tiers.ts';

const gain = (...tiers: { name: string; people: number; shares: number }[]) => ({
  helps: true,
  tiers,
  litres: 0,
  metres: 0,
});
const names = (of: ReturnType<typeof gain>) => tellingTiers(of).map(({ name }) => name);

test('the most urgent two floors at which something was gained are told', () => {
  const [a, b, c] = ['survival', 'basic', 'full'].map((name) => ({ name, people: 40, shares: 12 }));
  if (!a || !b || !c) throw new Error('three floors');
  expect(names(gain(a, b, c))).toEqual(['survival', 'basic']);
  expect(names(gain({ ...a, people: 0, shares: 0.4 }, b, c))).toEqual(['basic', 'full']);
});

test('shares count where nobody newly reaches the floor; what was lost is not told as a gain', () => {
  expect(names(gain({ name: 'basic', people: 0, shares: 3 }))).toEqual(['basic']);
  expect(names(gain({ name: 'basic', people: -20, shares: -3 }))).toEqual([]);
});
