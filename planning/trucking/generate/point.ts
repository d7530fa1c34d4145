import type { Interval, Point, Problem, Tier } from '../water-day.ts';
import type { Random } from './random.ts';

export function makePoint(
  random: Random,
  number: number,
  tiers: Tier[],
  day: Problem['day'],
): Point {
  const people = random.chance(0.03) ? 0 : Math.round(12 * 40 ** random.fraction());
  const point: Point = {
    id: `P${number}`,
    place: `pt${number}`,
    people,
    litresPerMinute: random.pick([60, 60, 90, 120, 400]),
    setupSeconds: random.pick([180, 300, 420]),
  };
  if (random.chance(0.08)) point.litresPerPerson = ownFigures(random, tiers);
  const figures = point.litresPerPerson ?? tiers.map((tier) => tier.litresPerPerson);
  const need = people * (figures.at(-1) ?? 0);
  if (random.chance(0.2)) point.have = Math.round(need * random.between(0, 0.6));
  else if (random.chance(0.05)) point.have = Math.round(need * random.between(1, 1.5));
  if (random.chance(0.1)) point.weight = random.pick([0.5, 1.5, 2, 3]);
  const open = random.fraction();
  if (open < 0.3) point.open = [workingDay(random, day)];
  else if (open < 0.42) point.open = morningAndEvening(random, day);
  if (random.chance(0.2)) point.maxTankerLitres = random.pick([3000, 5000, 8000]);
  if (random.chance(0.35)) {
    const litres = random.pick([3000, 5000, 10000]);
    point.storage = { litres, level: random.chance(0.1) ? litres : random.whole(0, litres >> 1) };
    if (random.chance(0.8)) point.litresPerMinute = 400;
  }
  return point;
}

function ownFigures(random: Random, tiers: Tier[]): number[] {
  const school = random.chance(0.5);
  return tiers.map((tier) => (school ? 3 : tier.litresPerPerson * 1.5));
}

function workingDay(random: Random, { from, to }: Problem['day']): Interval {
  return [from + random.pick([0, 3600, 7200]), to - random.pick([-1800, 7200, 14400])];
}

function morningAndEvening(random: Random, { from, to }: Problem['day']): Interval[] {
  const noon = from + random.whole(10000, 16000);
  const open: [Interval, Interval] = [
    [from, noon],
    [noon + 7200, to - 3600],
  ];
  return random.chance(0.2) ? open.reverse() : open;
}
