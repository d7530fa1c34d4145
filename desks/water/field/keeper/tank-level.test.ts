import { expect, test } from 'vitest';
import { examples } from '../../recording/entry.examples.ts';
import type { Said } from '../said.ts';
import { tankLevel } from './tank-level.ts';

const read = (litres: number, at: string): Said => ({
  ...examples.keeper.output.entry,
  kind: 'measured',
  point: 'p',
  litres,
  at,
  by: null,
  state: 'waiting',
});
const isToday = (at: string) => at.startsWith('2022-11-10');
const level = (litres: number, at: string) => ({ id: 'p', level: { litres, at } });

test('what was read yesterday is not today’s', () => {
  expect(tankLevel(level(900, '2022-11-09T09:00:00Z'), [], isToday)).toMatchObject({
    litres: 900,
    isToday: false,
  });
  expect(tankLevel({ id: 'p', level: null }, [], isToday)).toBeNull();
});

test('the newest reading counts, wherever it is', () => {
  const said = [read(500, '2022-11-10T01:00:00.000Z')];
  const [older, newer] = ['2022-11-09T09:00:00Z', '2022-11-10T02:00:00Z'];
  expect(tankLevel(level(900, older), said, isToday)).toMatchObject({ litres: 500, isToday: true });
  expect(tankLevel(level(900, newer), said, isToday)).toMatchObject({ litres: 900, isToday: true });
});
