import type { KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { expect, test } from 'vitest';
import { examples } from '../recording/field-day.examples.ts';
import type { DriverDay, DriverStop } from '../recording/field-day.ts';
import { saidOn } from './said.ts';
import { stopStates, unplannedOf } from './stop-states.ts';

const [example] = examples.driverDays.output.days;
if (!example) throw new Error('the example has a day');
const [stop] = example.stops;
const [source] = example.sources;
const [tanker] = example.tankers;
if (!stop?.promise || !source || !tanker) throw new Error('the example has one of each');
const promise = stop.promise;
const fill: DriverStop = { ...stop, kind: 'fill', at: source.id, promise: null };
const later: DriverStop = {
  ...stop,
  start: stop.start + 3600,
  promise: { ...promise, id: 'later' },
};
const day: DriverDay = { ...example, entries: [] };
const stops = [fill, stop, later];

const kept = (id: string, body: object, more: Partial<KeptEntry> = {}): KeptEntry => ({
  id,
  card: 'water-driver',
  kind: 'filled',
  path: '/api/water/driver/entries/x',
  body: {
    response: day.response.id,
    tanker: tanker.id,
    at: '2022-11-10T00:30:00.000Z',
    ...body,
  },
  made: 0,
  state: 'waiting',
  refusal: null,
  answer: null,
  after: null,
  ...more,
});
const filled = kept('f', { kind: 'filled', source: source.id, amount: { litres: 8000 } });
const emptied = (id: string, of: string | null) =>
  kept(id, { kind: 'emptied', point: stop.at, promise: of, amount: { before: 8000, after: 4000 } });
const states = (entries: KeptEntry[], of: DriverDay = day) =>
  stopStates(stops, saidOn(of, entries)).map(({ is }) => is);

test('nothing said: the first is next', () => {
  expect(states([])).toEqual(['next', 'ahead', 'ahead']);
});

test('what waits on the phone counts as done, what was refused does not', () => {
  expect(states([filled])).toEqual(['done', 'next', 'ahead']);
  expect(states([{ ...filled, state: 'refused' }])).toEqual(['next', 'ahead', 'ahead']);
  expect(states([{ ...filled, state: 'set-aside' }])).toEqual(['next', 'ahead', 'ahead']);
});

test('a stop that was left out is passed; what comes after the last word is next', () => {
  expect(states([emptied('e', promise.id)])).toEqual(['passed', 'done', 'next']);
});

test('a word that names a promise belongs to its stop, one without to the first at the point', () => {
  expect(states([filled, emptied('e', 'later')])).toEqual(['done', 'next', 'done']);
  expect(states([filled, emptied('e', null)])).toEqual(['done', 'done', 'next']);
});

test('arriving again at a point is of the later stop there', () => {
  const first = emptied('e', promise.id);
  const again = kept('a', {
    kind: 'arrived',
    point: stop.at,
    at: '2022-11-10T02:00:00.000Z',
  });
  const arrived = stopStates(stops, saidOn(day, [filled, first, again]));
  expect(arrived.map((one) => one.arrived?.id)).toEqual([undefined, undefined, 'a']);
});

test('what the server has already is not counted twice', () => {
  const [entry] = example.entries;
  if (!entry) throw new Error('the example has an entry');
  const both = { ...day, entries: [entry] };
  const said = saidOn(both, [emptied(entry.id, promise.id)]);
  expect(said.map(({ id, litres }) => [id, litres])).toEqual([[entry.id, 4000]]);
});

test('a corrected word no longer counts, the correction does', () => {
  const right = kept('g', {
    kind: 'filled',
    source: source.id,
    amount: { litres: 7000 },
    corrects: 'f',
    at: '2022-11-10T00:40:00.000Z',
  });
  const said = saidOn(day, [filled, right]);
  expect(said.map(({ id, corrected }) => [id, corrected])).toEqual([
    ['f', true],
    ['g', false],
  ]);
  const [first] = stopStates(stops, said);
  expect(first?.said?.litres).toBe(7000);
});

test('litres brought to another point belong to no stop', () => {
  const elsewhere = kept('x', {
    kind: 'emptied',
    point: 'other',
    promise: null,
    amount: { litres: 500 },
  });
  const said = saidOn(day, [elsewhere]);
  expect(unplannedOf(stopStates(stops, said), said).map(({ id }) => id)).toEqual(['x']);
});

test('what was said on another day or in another response is not of this day', () => {
  expect(saidOn(day, [kept('y', { kind: 'filled', at: '2022-11-09T00:30:00.000Z' })])).toEqual([]);
  expect(saidOn(day, [kept('z', { kind: 'filled', response: 'other' })])).toEqual([]);
});
