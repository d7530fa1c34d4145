import { expect, test } from 'vitest';
import { examples } from '../../contract.examples.ts';
import { oneDay } from './day.fixture.ts';
import { follow } from './follow.ts';
import { hoursOf, type TimelineWords, timelineRows, withoutFaintText } from './timeline-rows.ts';

const [example] = examples.getDay.output.tankers;
if (!example) throw new Error('the example has no tanker');
const { rides } = follow(oneDay.schedule, () => oneDay.home);
const words: TimelineWords = {
  title: ({ stretch }) => stretch.kind,
  short: String,
  note: ({ stretch }) => (stretch.kind === 'drive' ? 'estimated' : undefined),
  row: ({ state }, litres, metres) => `${state} ${litres} ${metres}`,
};
const rows = timelineRows(
  {
    tankers: [
      { ...example, id: 'tanker', name: '一号' },
      { ...example, id: 'idle', name: '二号', state: 'out' },
    ],
  },
  rides,
  { order: (id) => (id === 'tanker' ? 0 : 1) },
  words,
);

test('every stretch is a bar of its tanker’s row, and the sums are the row’s', () => {
  expect(rows[0]?.bars.map(({ id, kind }) => [id, kind])).toEqual(
    rides.map(({ id, stretch }) => [id, stretch.kind]),
  );
  expect(rows[0]?.note).toBe('ready 9000 32000');
});

test('only stops carry litres, only drives the word of an estimate', () => {
  const bars = rows[0]?.bars ?? [];
  expect(bars.filter(({ short }) => short !== undefined).map(({ kind }) => kind)).toEqual([
    'fill',
    'deliver',
    'deliver',
    'fill',
    'deliver',
  ]);
  expect(bars.filter(({ note }) => note).every(({ kind }) => kind === 'drive')).toBe(true);
});

test('a tanker that stays at home has a row too', () => {
  expect(rows[1]).toMatchObject({ id: 'idle', note: 'out 0 0', bars: [] });
});

test('the hours take in what lies outside of the service window', () => {
  expect(hoursOf({ from: 25_200, to: 86_400 }, [])).toEqual({ from: 25_200, to: 86_400 });
  expect(hoursOf({ from: 30_000, to: 36_001 }, rides)).toEqual({ from: 25_200, to: 39_600 });
});

test('what steps back is not written on, but says as much as before', () => {
  const [row] = withoutFaintText(rows, ['shift:5']);
  const of = (id: string) => row?.bars.find((bar) => bar.id === id);
  expect(of('shift:5')?.short).toBe('3000');
  expect(of('shift:1')).toMatchObject({ note: '5000' });
  expect(of('shift:1')?.short).toBeUndefined();
  expect(of('shift:0')?.note).toBe('estimated');
  expect(withoutFaintText(rows, [])).toBe(rows);
});
