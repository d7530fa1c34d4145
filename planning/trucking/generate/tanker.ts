import type { Interval, Problem, Tanker } from '../water-day.ts';
import type { Random } from './random.ts';

export function makeTanker(
  random: Random,
  number: number,
  depots: number,
  { from, to }: Problem['day'],
): Tanker {
  const shifts: [Interval, ...Interval[]] = [
    [from, from + 32400],
    [to - 32400, to],
    [from, to],
    [from - 1800, from + 30600],
    [to - 30600, to + 3600],
  ];
  const [starts, ends] = random.pick(shifts);
  const litres = random.pick([3000, 5000, 8000, 8000, 12000]);
  const tanker: Tanker = {
    id: `T${number}`,
    home: `depot-${random.whole(1, depots)}`,
    litres,
    from: starts,
    to: ends,
  };
  if (random.chance(0.15)) tanker.loaded = random.pick([2000, litres]);
  if (random.chance(0.45))
    tanker.rest = { every: random.pick([14400, 14400, 10800]), seconds: 1200 };
  return tanker;
}
