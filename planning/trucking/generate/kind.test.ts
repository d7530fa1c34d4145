import { expect, test } from 'vitest';
import { parseProblem } from '../format/problem.ts';
import { generateKind, type Kind, type KindSize } from './kind.ts';

const kinds: Kind[] = ['town', 'tanks', 'scarce', 'county'];
const sizes: KindSize[] = ['small', 'medium', 'large'];

test.each(kinds)('%s in three sizes, each with its seed', (kind) => {
  for (const size of sizes) {
    const problem = generateKind(kind, size, 7);
    expect(parseProblem(problem)).toMatchObject({ ok: true });
    expect(problem.name).toBe(`${kind}-${size}-7`);
    expect(generateKind(kind, size, 7)).toEqual(problem);
    expect(generateKind(kind, size, 8)).not.toEqual({ ...problem, name: `${kind}-${size}-8` });
  }
});

test('up to 600 points and 120 tankers', () => {
  const { points, tankers } = generateKind('county', 'large', 1);
  expect([points.length, tankers.length]).toEqual([600, 120]);
});

test('most villages of the kind tanks have one', () => {
  const { points } = generateKind('tanks', 'large', 1);
  expect(points.filter(({ storage }) => storage).length).toBeGreaterThan(0.6 * points.length);
});

test('whoever is out comes home', () => {
  for (const kind of kinds) {
    const { travel } = generateKind(kind, 'medium', 3);
    for (const row of travel.seconds) expect(row.slice(0, 2)).not.toContain(null);
  }
});

test('a seed that is no whole number is refused', () => {
  expect(() => generateKind('town', 'small', 0.5)).toThrow('seed is 0.5');
});
