import { check } from '@liangbuwu/trucking/check/check.ts';
import { type Served, servedPoints } from '@liangbuwu/trucking/check/served.ts';
import { parseProblem } from '@liangbuwu/trucking/format/problem.ts';
import { solve } from '@liangbuwu/trucking/plan/solve.ts';
import { describe, expect, it } from 'vitest';
import { readScenario } from './scenario.ts';
import { toWaterDay } from './water-day.ts';

const scenario = readScenario();
const problem = toWaterDay(scenario);
const REOPENED = { without: ['closure-sanmen'] };
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const get = <T extends { id: string }>(rows: T[], id: string): T => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`no ${id}`);
  return row;
};

/** Ways between the Sanmen waterworks and everywhere else, both directions, seconds and metres. */
function sanmenWays({ places, travel }: typeof problem) {
  const at = places.findIndex((place) => place.id === 'waterworks-sanmen');
  expect(at).toBeGreaterThanOrEqual(0);
  return [travel.seconds, travel.metres]
    .flatMap((table) => [table[at] ?? [], table.map((row) => row[at])])
    .flatMap((ways) => ways.filter((_, index) => index !== at));
}

describe('the water day of 10 November 2022', () => {
  it('is a water-day/1 problem, open and closed', () => {
    expect(parseProblem(problem)).toEqual({ ok: true, problem });
    expect(parseProblem(toWaterDay(scenario, REOPENED))).toMatchObject({ ok: true });
  });

  it('carries every person, tanker and litre of own water', () => {
    const { water } = scenario;
    expect(sum(problem.points.map((point) => point.people))).toBe(
      sum(water.villages.map((village) => village.peopleShort)),
    );
    expect(sum(problem.points.map((point) => point.have ?? 0))).toBe(
      sum(water.points.flatMap((point) => point.ownWater.map((own) => own.litres))),
    );
    expect(sum(problem.tankers.map((tanker) => tanker.litres))).toBe(
      sum(water.tankers.map((tanker) => tanker.litres)),
    );
    expect(problem.tiers.map((tier) => tier.litresPerPerson)).toEqual([7.5, 15, 20]);
  });

  it('has no way to the Sanmen waterworks while the closure holds', () => {
    expect(new Set(sanmenWays(problem))).toEqual(new Set([null]));
    expect(sanmenWays(toWaterDay(scenario, REOPENED))).not.toContain(null);
  });

  it('has ways as usual the day before the closure, and after it is lifted', () => {
    expect(sanmenWays(toWaterDay(scenario, { date: '2022-11-09' }))).not.toContain(null);
    const until = (lifted: string) => ({
      ...scenario,
      closures: scenario.closures.map((closure) => ({ ...closure, until: lifted })),
    });
    const lifted = until('2022-11-11T07:00:00+08:00');
    expect(sanmenWays(toWaterDay(lifted, { date: '2022-11-11' }))).not.toContain(null);
    const later = until('2022-11-11T07:01:00+08:00');
    expect(sanmenWays(toWaterDay(later, { date: '2022-11-11' }))).toContain(null);
  });

  it('fills at a household well only on the days that its owner agreed to', () => {
    const wells = (date: string) =>
      toWaterDay(scenario, { date }).sources.filter((source) => source.id.startsWith('well-'))
        .length;
    expect(wells('2022-11-09')).toBe(0);
    expect(wells('2022-11-10')).toBe(4);
    expect(wells('2022-11-30')).toBe(4);
    expect(wells('2022-12-01')).toBe(0);
  });

  it('joins the two shifts of a tanker into one, with the rest that the law asks for', () => {
    expect(get(problem.tankers, 'sprinkler-1')).toMatchObject({ from: 25200, to: 86400 });
    expect(get(problem.tankers, 'sprinkler-5')).toMatchObject({ from: 25200, to: 55800 });
    expect(get(problem.tankers, 'sprinkler-7')).toMatchObject({ from: 55800, to: 86400 });
    for (const { rest } of problem.tankers) expect(rest).toEqual({ every: 14400, seconds: 1200 });
  });

  it('estimates a way from the straight line and both ends’ roads', () => {
    const at = (id: string) => problem.places.findIndex((place) => place.id === id);
    const way = (a: string, b: string) => [
      problem.travel.metres[at(a)]?.[at(b)],
      problem.travel.seconds[at(a)]?.[at(b)],
    ];
    const home = get(problem.places, 'yard-tangyuanao');
    const well = get(problem.places, 'well-yuefeng');
    const north = (well.lat - home.lat) * 111_195;
    const east = (well.lon - home.lon) * 111_195 * Math.cos((well.lat * Math.PI) / 180);
    const line = Math.hypot(north, east);
    const [metres, seconds] = way('yard-tangyuanao', 'well-yuefeng') as [number, number];
    expect(Math.abs(metres - line * 1.35)).toBeLessThan(line * 0.001);
    const expected = (line / 2) * (1.3 / (40 / 3.6) + 1.4 / (25 / 3.6));
    expect(Math.abs(seconds - expected)).toBeLessThan(1);
    expect(way('well-yuefeng', 'yard-tangyuanao')).toEqual([metres, seconds]);
    expect(way('well-yuefeng', 'well-yuefeng')).toEqual([0, 0]);
  });
});

describe('the plan of the day', async () => {
  const PER_PERSON = { survival: 7.5, basic: 15 };
  const settings = { iterations: 3000, workers: 1, seed: 1 };
  const closed = await solve(problem, settings);
  const reopened = toWaterDay(scenario, REOPENED);
  const open = await solve(reopened, settings);

  /** Litres a person, own water included. */
  function litresPerPerson(points: Served[]): number {
    const litres = points.map(({ point, got }) => got + (point.have ?? 0));
    return sum(litres) / sum(points.map(({ point }) => point.people));
  }

  it('passes the checker', () => {
    expect(check(problem, closed)).toMatchObject({ ok: true, faults: [] });
    expect(check(reopened, open)).toMatchObject({ ok: true, faults: [] });
  });

  it('leaves two hamlets below the survival floor: no tanker that fits comes in their hours', () => {
    const below = servedPoints(problem, closed).filter(
      (served) => litresPerPerson([served]) < PER_PERSON.survival,
    );
    expect(below.map(({ point, got }) => [point.id, got])).toEqual([
      ['huxiao-shiwo', 0],
      ['yuefeng-fengjiao', 0],
    ]);
    for (const { point } of below) {
      const fits = problem.tankers.filter(
        (tanker) => tanker.litres <= (point.maxTankerLitres ?? 0),
      );
      const [from, to] = point.open?.[0] ?? [problem.day.from, problem.day.to];
      expect(fits.filter((tanker) => tanker.from < to && tanker.to > from)).toEqual([]);
    }
  });

  it('is tight: most villages come to the basic floor or within a cup of it, a few stay below', () => {
    const served = servedPoints(problem, closed);
    const below = scenario.water.villages.filter(({ area }) => {
      const here = new Set(
        scenario.water.points.filter((point) => point.village === area).map((point) => point.id),
      );
      return (
        litresPerPerson(served.filter(({ point }) => here.has(point.id))) < PER_PERSON.basic - 0.3
      );
    });
    expect(below.length).toBeGreaterThanOrEqual(2);
    expect(below.length).toBeLessThanOrEqual(5);
  });

  it('would be clearly better with the Sanmen waterworks in reach', () => {
    const hardship = ({ score }: typeof closed) => score.tiers.map((tier) => tier.hardship);
    const [survival, basic, full] = hardship(closed) as [number, number, number];
    const [survivalOpen, basicOpen, fullOpen] = hardship(open) as [number, number, number];
    expect(survivalOpen).toBe(survival);
    expect(basicOpen).toBeLessThan(basic - 10);
    expect(fullOpen).toBeLessThan(full * 0.8);
  });
});
