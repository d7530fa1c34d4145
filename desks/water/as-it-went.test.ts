import type { Plan, Stop } from '@liangbuwu/trucking/water-day.ts';
import { describe, expect, test } from 'vitest';
import { asItWent, type Field, type Happened } from './as-it-went.ts';

const eight = 28_800;
const at = (minutes: number) => eight + minutes * 60;
const fill = (minutes: number, litres: number): Stop => ({
  kind: 'fill',
  source: 's',
  arrive: at(minutes),
  start: at(minutes),
  finish: at(minutes + 10),
  litres,
});
const deliver = (minutes: number, litres: number, point = 'p'): Stop => ({
  kind: 'deliver',
  point,
  arrive: at(minutes),
  start: at(minutes),
  finish: at(minutes + 10),
  litres,
});
const home = (minutes: number): Stop => ({ kind: 'home', at: at(minutes) });
const planOf = (...stops: Stop[]): Plan => ({
  format: 'water-day-plan/1',
  problem: '',
  routes: [{ tanker: 't', stops }],
  score: { tiers: [], metres: 0, changed: 0 },
  short: [],
});
const day = planOf(
  home(0),
  fill(10, 8000),
  deliver(40, 4000),
  deliver(80, 4000, 'q'),
  fill(120, 6000),
  deliver(180, 6000),
  home(240),
);
/** What is known of stops by their start in minutes; it is 10:30. */
const went = (known: Record<number, Happened>, part: Partial<Field> = {}) => {
  const { plan, differing } = asItWent(day, {
    now: at(150),
    of: (_, stop) => known[(stop.start - eight) / 60],
    unplanned: [],
    ...part,
  });
  return { stops: plan.routes[0]?.stops ?? [], differing };
};
const brief = (stops: readonly Stop[]) =>
  stops.map((stop) =>
    stop.kind === 'home'
      ? 'home'
      : `${stop.kind === 'fill' ? '+' : '-'}${stop.litres}@${(stop.start - eight) / 60}`,
  );
/** What is in the tank once all that has begun by 10:30 has happened. */
const left = (stops: readonly Stop[]) =>
  stops.reduce(
    (load, stop) =>
      stop.kind === 'home' || stop.start >= at(150)
        ? load
        : load + (stop.kind === 'fill' ? stop.litres : -stop.litres),
    0,
  );

test('what nobody has spoken of stays as it was planned', () => {
  expect(went({})).toEqual({ stops: day.routes[0]?.stops, differing: [] });
});

describe('what has begun', () => {
  test('counts what came; what is left in the tank is not counted on', () => {
    const { stops, differing } = went({ 40: { litres: 3200, at: at(50) } });
    expect(brief(stops)).toContain('-3200@40');
    expect(differing).toEqual([{ point: 'p', planned: 4000, came: 3200 }]);
    expect(left(stops)).toBe(6000);
  });
  test('leaves out what was not brought', () => {
    const { stops, differing } = went({ 80: 'not-brought' });
    expect(brief(stops)).not.toContain('-4000@80');
    expect(differing).toEqual([{ point: 'q', planned: 4000, came: 0 }]);
    expect(left(stops)).toBe(6000);
  });
  test('has less in the tank where more went out, and more was fetched where it could not have been otherwise', () => {
    const { stops } = went({ 40: { litres: 6000, at: at(50) } });
    expect(left(stops)).toBeGreaterThanOrEqual(0);
    expect(left(stops)).toBeLessThanOrEqual(6000);
    expect(brief(stops)).toEqual([
      'home',
      '+10000@10',
      '-6000@40',
      '-4000@80',
      '+6000@120',
      '-6000@180',
      'home',
    ]);
  });
  test('takes a fill as it was recorded', () => {
    const { stops } = went({ 120: { litres: 5000, at: at(130) } });
    expect(brief(stops)).toContain('+5000@120');
    expect(left(stops)).toBe(5000);
  });
});

describe('what came early', () => {
  test('lies behind, and is not brought again', () => {
    const { stops } = went({ 180: { litres: 6000, at: at(145) } });
    expect(brief(stops)).toEqual([
      'home',
      '+8000@10',
      '-4000@40',
      '-4000@80',
      '+6000@120',
      '-6000@145',
      'home',
    ]);
    expect(left(stops)).toBe(0);
  });
  test('never lies in the future', () => {
    const { stops } = went({ 180: { litres: 6000, at: at(150) + 60 } });
    expect(stops.every((stop) => stop.kind === 'home' || stop.start < at(150))).toBe(true);
  });
});

test('what nobody had planned counts at its point, in its place in the route', () => {
  const unplanned = [{ shift: 't', point: 'r', litres: 1000, at: at(100) }];
  const { stops, differing } = went({}, { unplanned });
  expect(brief(stops).indexOf('-1000@100')).toBe(4);
  expect(differing).toEqual([{ point: 'r', planned: 0, came: 1000 }]);
  expect(left(stops)).toBeLessThanOrEqual(6000);
});
