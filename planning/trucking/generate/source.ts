import type { Interval, Problem, Source } from '../water-day.ts';
import type { Random } from './random.ts';

export type Supply = 'scarce' | 'even' | 'plentiful';

/** One plant with several bays, the others household wells that give little. */
export function makeSources(
  random: Random,
  count: number,
  day: Problem['day'],
  supply: Supply,
  need: number,
): Source[] {
  const sources = Array.from({ length: count }, (_, i): Source => {
    const plant = i % 6 === 0;
    return {
      id: `S${i + 1}`,
      place: `src${i + 1}`,
      bays: plant ? random.whole(2, 3) : random.pick([1, 1, 1, 2]),
      litresPerMinute: plant ? 600 : random.whole(90, 200),
      setupSeconds: plant ? 300 : 240,
      open: windows(random, day),
    };
  });
  const share = Math.floor((need * random.between(0.3, 0.8)) / count);
  for (const source of sources) {
    if (supply === 'scarce') source.litresPerDay = share;
    else if (supply === 'even' && random.chance(0.7)) {
      source.litresPerDay = random.whole(20, 45) * 1000;
    }
  }
  const last = sources.at(-1);
  if (last && count > 2 && random.chance(0.1)) last.open = [];
  return sources;
}

function windows(random: Random, { from, to }: Problem['day']): Interval[] {
  const begins = from + random.pick([-3600, 0, 0, 3600, 7200]);
  const ends = to - random.pick([0, 7200, 10800, 18000]);
  if (!random.chance(0.45)) return [[begins, ends]];
  const pause = from + random.whole(12000, 18000);
  return [
    [begins, pause],
    [pause + random.pick([3600, 7200]), ends],
  ];
}
