import { expect, test } from 'vitest';
import { whatChanges } from '../../times/changes.ts';
import { exampleTimetable } from '../../times/times.examples.ts';
import { columnsOf, fullest, loadColumnsOf } from './picture.ts';

const { basis, result } = exampleTimetable;
const placements = result?.placements ?? [];
const [arrival, dismissal, lunch] = placements;
if (!arrival || !dismissal || !lunch) throw new Error('the example comes, eats and goes');

test('columns run from the first start that is used to the last, in steps, with what lies between', () => {
  const bus = { ...arrival, activity: 'arrival bus 1', start: 452 };
  const late = { ...arrival, activity: 'arrival car 1', start: 460 };
  const columns = columnsOf(basis.day, [...placements, bus, late]);
  expect(columns.map(({ id, times }) => [id, times])).toEqual([
    ['arrival', [450, 452, 455, 460]],
    [lunch.activity.split(' ')[0], [720]],
    ['dismissal', [1060]],
  ]);
});

test('a stretch shows the most that is there at once', () => {
  const loads = result?.loads ?? [];
  const columns = loadColumnsOf(columnsOf(basis.day, placements), loads);
  expect(columns.map(({ times }) => times)).toEqual([
    [450, 455],
    [720, 730, 740],
    [1060, 1065],
  ]);
  expect(fullest(loads, 'seats', 720, 730)?.amount).toBe(42);
  expect(fullest(loads, 'seats', 750, 760)).toBeUndefined();
  const more = {
    ...loads[0],
    resource: 'seats',
    from: 728,
    to: 729,
    amount: 60,
  } as (typeof loads)[0];
  expect(fullest([...loads, more], 'seats', 720, 730)?.amount).toBe(60);
});

test('what changes: another start, another gate, who is gone and who is new', () => {
  const later = { ...arrival, start: 455 };
  const elsewhere = { ...dismissal, way: 'another gate' };
  const fresh = { ...arrival, activity: 'arrival car 1' };
  expect(whatChanges(placements, [later, elsewhere, fresh])).toEqual([
    { activity: arrival.activity, from: arrival, to: later },
    { activity: dismissal.activity, from: dismissal, to: elsewhere },
    { activity: fresh.activity, from: null, to: fresh },
    { activity: lunch.activity, from: lunch, to: null },
  ]);
  expect(whatChanges(placements, placements)).toEqual([]);
});
