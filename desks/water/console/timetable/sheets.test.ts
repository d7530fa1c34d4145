import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import type { TankerDay } from '../../schedule.ts';
import type { Shift, Tanker } from '../../water.ts';
import { oneDay } from '../plan/day.fixture.ts';
import { follow } from '../plan/follow.ts';
import { driverSheets } from './sheets.ts';

const [example] = examples.getDay.output.tankers;
const [day] = oneDay.schedule;
if (!example || !day) throw new Error('the examples lack something');

const shift = (id: string, from: number, to: number): Shift => ({ id, driver: id, from, to });

function sheetsOf(schedule: TankerDay[], shifts: Record<string, Shift[]>) {
  const tankers = new Map<string, Tanker>(
    Object.entries(shifts).map(
      ([id, own]) => [id, { ...example, id, name: id, shifts: own }] as [string, Tanker],
    ),
  );
  const { rides } = follow(schedule, () => oneDay.home);
  return driverSheets(schedule, rides, { tankers, place: (id) => id.toUpperCase() });
}

const whole = [shift('shift', 25_200, 54_000)];

test('a sheet has every stretch of its driver and no other', () => {
  const [sheet] = sheetsOf([day], { tanker: whole });
  expect(sheet?.rows.map(({ kind, from }) => [kind, from])).toEqual(
    day.stretches.map(({ kind, from }) => [kind, from]),
  );
  expect(sheet?.rows[1]).toMatchObject({
    place: 'WELL',
    litres: 5000,
    metres: null,
    seconds: 1200,
  });
  expect(sheet).toMatchObject({ litres: day.litres, metres: 32_000, shift: { driver: 'shift' } });
});

test('tankers come in their order, and none for who has nothing to do', () => {
  const idle = { ...day, tanker: 'idle', shift: 'idle', stretches: [] };
  const other = { ...day, tanker: 'first', shift: 'other' };
  const sheets = sheetsOf([day, idle, other], {
    first: [shift('other', 25_200, 54_000)],
    idle: [shift('idle', 25_200, 54_000)],
    tanker: whole,
  });
  expect(sheets.map(({ id }) => id)).toEqual(['other', 'shift']);
});

test('drivers that follow one another each get a sheet; what is begun stays with who began it', () => {
  const sheets = sheetsOf([day], {
    tanker: [shift('late', 33_000, 54_000), shift('early', 25_200, 33_000)],
  });
  expect(sheets.map(({ id, rows }) => [id, rows.length])).toEqual([
    ['early', 10],
    ['late', 4],
  ]);
  expect(sheets[0]?.rows.at(-1)).toMatchObject({ kind: 'fill', from: 32_900, to: 34_000 });
  expect(sheets.reduce((sum, { litres }) => sum + litres, 0)).toBe(day.litres);
});

test('a tanker whose shifts have changed since still has its sheet', () => {
  const [sheet] = sheetsOf([day], { tanker: [] });
  expect(sheet).toMatchObject({ id: 'shift', shift: undefined, litres: day.litres });
});
