import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { examples as field } from '../recording/field-day.examples.ts';
import type { DriverDay } from '../recording/field-day.ts';
import { calendarOf } from './calendar.ts';
import { csv, geoJson, type OpenPoint } from './open-points.ts';
import { walkCalendarOf } from './walk-calendar.ts';

const [day] = field.driverDays.output.days as DriverDay[];
if (!day) throw new Error('the example has a day');
const tanker = day.tankers[0]?.id ?? '';
const point = day.points[0];
if (!point) throw new Error('the example has a point');
const instantOf = (second: number) =>
  new Date(Date.parse('2022-11-09T16:00:00Z') + second * 1000).toISOString();
const plan = { id: 'p', version: 3, publishedAt: '2022-11-09T22:00:00.000Z', by: '供水专干' };
const stop = {
  shift: 's',
  tanker,
  kind: 'deliver' as const,
  at: point.id,
  litres: 4000,
  arrive: 32_000,
  start: 32_400,
  finish: 34_200,
  promise: null,
};
const withName = (name: string, where: (typeof point)['where'] = null): DriverDay => ({
  ...day,
  plan,
  points: [{ ...point, name, where }],
  stops: [stop, { ...stop, tanker: 'another' }],
});
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

test('a tanker’s day is a calendar by RFC 5545: its own stops, in UTC, lines of 75 octets at most', () => {
  const name = '一个名字很长很长很长的供水点，在山那边；要过两座桥、三道弯才到的地方\\老屋场';
  const text = calendarOf(withName(name), tanker, 'zh-CN', instantOf);
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const whole = unfolded(text);
  expect(whole).toContain('DTSTART:20221110T010000Z');
  expect(whole).toContain('DTEND:20221110T013000Z');
  expect(whole).toContain('DTSTAMP:20221109T220000Z');
  expect(whole).toContain('SEQUENCE:3');
  expect(whole).toContain('老屋场');
  expect(whole).toContain('4\\,000 升');
  expect(calendarOf(withName(name), tanker, 'zh-CN', instantOf)).toBe(text);
});

test('a position that is only drawn leads nobody astray', () => {
  const at = { lon: 113.1, lat: 27.6 };
  const told = (provenance: 'real' | 'schematic') =>
    calendarOf(withName('一组', { ...at, provenance }), tanker, 'en', instantOf);
  expect(told('real')).toContain('GEO:27.6;113.1');
  expect(told('schematic')).not.toContain('GEO:');
});

test('without a plan there is nothing in it', () => {
  const text = calendarOf({ ...withName('一组'), plan: null }, tanker, 'en', instantOf);
  expect(text).not.toContain('VEVENT');
});

test('a volunteer’s walks are a calendar that names points and no houses; planned again, the same event', () => {
  const of = { response: 'r', day: '2022-11-10', volunteer: 'v' };
  const walk = {
    area: 'a',
    village: '白壁村',
    version: 2,
    madeAt: '2022-11-09T22:00:00.000Z',
    starts: 8 * 3600,
    minutes: 95,
    litres: 120,
    trips: 6,
    doors: 7,
    points: ['3组', '5组'],
  };
  const text = unfolded(walkCalendarOf([walk], of, 'zh-CN', instantOf));
  expect(text).toContain('DTSTART:20221110T000000Z');
  expect(text).toContain('DTEND:20221110T013500Z');
  expect(text).toContain('SUMMARY:送水到家：7 户，120 升，6 趟');
  expect(text).toContain('LOCATION:白壁村 3组、5组');
  const again = unfolded(walkCalendarOf([{ ...walk, version: 3 }], of, 'en', instantOf));
  expect(again).toContain('SEQUENCE:3');
  const uid = /UID:.*/;
  expect(uid.exec(again)?.[0]).toBe(uid.exec(text)?.[0]);
});

const open: OpenPoint = {
  id: point.id,
  name: '一组, "老屋"',
  village: '=HYPERLINK("x")',
  kind: 'village',
  heads: 240,
  day: '2022-11-10',
  litresCame: 4000,
  litresProven: 3200,
  litresPromised: 0,
  litresPerHead: 15,
  lon: 113.03,
  lat: 27.5,
  provenance: 'schematic',
  schematic: true,
};

test('GeoJSON: longitude first, the provenance beside the position', () => {
  const { type, features } = JSON.parse(geoJson([open]));
  expect(type).toBe('FeatureCollection');
  expect(features[0]).toMatchObject({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [113.03, 27.5] },
    properties: { name: open.name, provenance: 'schematic', schematic: true, litresCame: 4000 },
  });
});

test('CSV: what holds commas and quotes is quoted, and no name becomes a formula', () => {
  const text = csv([open, { ...open, lon: -1.5 }]);
  const lines = text.replace('\uFEFF', '').split('\r\n');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(lines[0]?.split(',').slice(0, 3)).toEqual(['id', 'name', 'village']);
  expect(lines[1]).toContain(`"一组, ""老屋""","'=HYPERLINK(""x"")",village,240`);
  expect(lines[2]).toContain(',-1.5,27.5,');
  expect(lines).toHaveLength(4);
});
