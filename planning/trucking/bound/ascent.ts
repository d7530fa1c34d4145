import { firstPrices } from './first-prices.ts';
import { askThroughPoints, movePrices, newCourse } from './move-prices.ts';
import { boundAt, fleetValue, type Prices, type Relaxation, worthAt } from './relaxation.ts';

/** Rounds in which the price of a second stands still, until those of litres have found theirs. */
const SETTLING = 8;
/** A relaxation in which all that is wanted costs less than this share of what there is bounds nothing. */
const PLENTY = 0.95;
/** At the best prices the trips are priced once more at these multiples of a second: one suits three trips, another four. */
const AROUND = [0.5, 0.65, 0.75, 0.82, 0.88, 0.94, 1, 1.06, 1.12, 1.2, 1.35, 1.6, 2, 2.6];

/**
 * Climbs towards the best prices: those at which the best trip through each point is worth just nothing, tankers and sources are
 * worth what is paid for litres, and as many trips begin at a source as end there. Any prices give a bound, so how near
 * the climb comes matters for strength only.
 */
export function climb(relaxation: Relaxation, rounds: number): number {
  const { demand, roads } = relaxation;
  const floor = demand.floor;
  if (roads.length === 0) return floor;
  const prices = firstPrices(relaxation);
  const course = newCourse(relaxation.day.S);
  const mean = structuredClone(prices);
  let best = Number.NEGATIVE_INFINITY;
  let bestPrices = prices;
  for (let round = 0; round < rounds; round += 1) {
    const asked = askThroughPoints(relaxation, prices);
    const bound = boundAt(relaxation, prices, asked.fleets);
    if (bound > best) {
      best = bound;
      bestPrices = structuredClone(prices);
    }
    if (round >= rounds / 2) blend(mean, prices, 1 / (1 + round - Math.ceil(rounds / 2)));
    const full = movePrices(
      relaxation,
      prices,
      asked,
      course,
      1 / (1 + round / 30),
      round < SETTLING,
    );
    if (round > 2 * SETTLING && full < PLENTY && best <= floor) return floor;
  }
  return Math.max(floor, best, boundAround(relaxation, bestPrices), boundAround(relaxation, mean));
}

/** Moves every price of `mean` towards `prices` by `part`. */
function blend(mean: Prices, prices: Prices, part: number): void {
  const lists = ({ litre, source, bay, sizes }: Prices) => [
    litre,
    source,
    bay,
    ...sizes.map(({ gate }) => gate),
  ];
  const to = lists(prices);
  lists(mean).forEach((list, i) => {
    for (let j = 0; j < list.length; j += 1) {
      list[j] = (list[j] as number) + part * ((to[i]?.[j] as number) - (list[j] as number));
    }
  });
  mean.sizes.forEach((size, c) => {
    size.second += part * ((prices.sizes[c]?.second as number) - size.second);
  });
}

function boundAround(relaxation: Relaxation, prices: Prices): number {
  const fleets = relaxation.roads.map((_, c) => {
    const second = prices.sizes[c]?.second ?? 0;
    const worths = AROUND.map((times) => worthAt(relaxation, prices, c, times * second));
    return fleetValue(relaxation, c, worths);
  });
  return boundAt(relaxation, prices, fleets);
}
