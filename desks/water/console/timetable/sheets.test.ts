import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import type { TankerDay } from '../../schedule.ts';
import { oneDay } from '../plan/day.fixture.ts';
import { follow } from '../plan/follow.ts';
import { driverSheets } from './sheets.ts';

const [example] = examples.getDay.output.tankers;
const [day] = oneDay.schedule;
if (!example || !day) throw new Error('the examples lack something');
const tankers = new Map(['second', 'tanker'].map((id) => [id, { ...example, id, name: id }]));
const moved = (part: Partial<TankerDay>, by: number): TankerDay => ({
  ...day,
  ...part,
  stretches: day.stretches.map((stretch) => ({
    ...stretch,
    from: stretch.from + by,
    to: stretch.to + by,
  })),
});
const schedule = [
  moved({ shift: 'late' }, 30_000),
  day,
  moved({ tanker: 'second', shift: 'other' }, 0),
  moved({ shift: 'idle' }, 0),
];
const given = schedule.map((one) => (one.shift === 'idle' ? { ...one, stretches: [] } : one));
const { rides } = follow(given, () => oneDay.home);
const sheets = driverSheets(given, rides, {
  tankers,
  shifts: new Map(),
  place: (id) => id.toUpperCase(),
});

test('one sheet a shift: tankers in their order, shifts in that of time, none for who has nothing to do', () => {
  expect(sheets.map(({ id }) => id)).toEqual(['other', 'shift', 'late']);
});

test('a sheet has every stretch of its shift and no other', () => {
  const own = sheets.find(({ id }) => id === 'shift');
  expect(own?.rows.map(({ kind, from }) => [kind, from])).toEqual(
    day.stretches.map(({ kind, from }) => [kind, from]),
  );
  expect(own?.rows[1]).toMatchObject({ place: 'WELL', litres: 5000, metres: null, seconds: 1200 });
});

test('the litres of its deliveries are the litres that it says', () => {
  for (const { litres, rows } of sheets) {
    const delivered = rows
      .filter(({ kind }) => kind === 'deliver')
      .reduce((sum, row) => sum + (row.litres ?? 0), 0);
    expect(delivered).toBe(litres);
  }
});
