import { say } from '@liangbuwu/office/http/say.ts';
import { needOf, type PointFacts, type Served } from './gap.ts';
import { type Recorded, reaches } from './history.ts';
import { floorsFor } from './kinds.ts';
import { toBring } from './losses.ts';
import type { Floors } from './water.ts';

/**
 * What a point's people have once somebody has spoken of a delivery: what came takes the place of what was promised, and
 * a floor that is missed by it is missed for that reason. What nobody has spoken of stays as it was promised.
 */
export function asItCame(
  planned: Served,
  point: PointFacts,
  floors: Floors,
  { got, arrivals, lossPercent }: Pick<Recorded, 'got' | 'arrivals' | 'lossPercent'>,
): Served {
  const delivered = arrivals.reduce((sum, { litres }) => sum + litres, 0);
  const missed = floorsFor(point.kind, floors).tiers.find(
    ({ litresPerPerson }) => !reaches(got, needOf(point, litresPerPerson)),
  );
  if (!missed) return { delivered, expected: got, short: null };
  const missing = needOf(point, missed.litresPerPerson) - got;
  const litres = Math.ceil(toBring(missing, lossPercent));
  // The plan's own reason holds as long as no more is missing than it said.
  const known = planned.short;
  if (known && known.tier === missed.name && litres <= known.litres)
    return { delivered, expected: got, short: { ...known, litres } };
  const less = Math.max(0, planned.expected - got).toLocaleString('en-US');
  return {
    delivered,
    expected: got,
    short: {
      tier: missed.name,
      litres,
      because: 'less-came',
      say: say(`来的水比计划少 ${less} 升。`, `${less} L less came than was planned.`),
      remedy: say(
        '请在执行看板上查看这几趟，从现在起重新编制。',
        'Look at these deliveries on the live board, and plan again from now.',
      ),
    },
  };
}
