import { instanceText } from './instance-text.ts';
import { requireWhole, seeded } from './random.ts';
import { type Day, type Family, makeDay } from './solomon-day.ts';
import { vehiclesFor } from './time-windows.ts';

export interface MultiTripOptions {
  /** Of the long days only. Default R2. */
  family?: Extract<Family, 'R2' | 'C2' | 'RC2'>;
  /** Whole, 1 to 19,999. Default 100. */
  clients?: number;
  /**
   * How much is released in batches, 0.25 or more, up to 1. At 0.25 each load comes in by itself, half a day before its
   * window ends; above, loads whose windows end within a stretch of the day come in together, with the last. Default 0.5.
   */
  releaseShare?: number;
  /** As in `TimeWindowOptions`. Default 1. */
  windowShare?: number;
  /** As in `TimeWindowOptions`. */
  width?: readonly [least: number, most: number];
}

const CAPACITY = 100;

/** Of the horizon; what a batch spans at a release share of 1. */
const LONGEST_BATCH = 0.35;

/**
 * A multi-trip instance with time windows and release times in the manner of Yang (2023): few and small vehicles that come
 * back to the one depot for more. Each client can be served by a vehicle of its own.
 *
 * @param seed any whole number; the same seed and options give the same text.
 * @returns the text of an MTVRPTWR file; its name tells seed, family, clients and release share.
 * @throws RangeError when an option is out of its range.
 */
export function multiTripText(seed: number, options: MultiTripOptions = {}): string {
  const { family = 'R2', clients = 100, releaseShare = 0.5, windowShare = 1 } = options;
  requireWhole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireWhole('clients', clients, 1, 19_999);
  if (!(releaseShare >= 0.25 && releaseShare <= 1)) {
    throw new RangeError(`releaseShare is ${releaseShare}; it must be from 0.25 to 1`);
  }
  const day = makeDay(seeded(seed), { family, clients, windowShare, width: options.width });
  const usual = clients < 200 ? Math.ceil(clients / 12) : Math.ceil(clients / 10);
  // A vehicle may fetch about four loads a day.
  const vehicles = vehiclesFor(day, CAPACITY * 4, usual);
  return instanceText({
    fields: [
      ['NAME', `made-${seed}-${family}-${clients}-R${releaseShare}`],
      ['COMMENT', '"Made up after Yang (2023)"'],
      ['TYPE', 'MTVRPTWR'],
      ['EDGE_WEIGHT_TYPE', 'EUC_2D'],
      ['DIMENSION', clients + 1],
      ['VEHICLES', vehicles],
      ['CAPACITY', CAPACITY],
      ['SERVICE_TIME', day.service],
    ],
    ...day,
    releases: releasesOf(day, releaseShare),
    reloading: vehicles,
  });
}

function releasesOf({ windows }: Day, share: number): number[] {
  const horizon = windows[0]?.[1] ?? 0;
  const span = Math.floor((LONGEST_BATCH * horizon * (share - 0.25)) / 0.75);
  const releases = windows.map(() => 0);
  const late = [...windows.entries()]
    .slice(1)
    .map(([node, [, latest]]) => ({ node, latest }))
    .sort((a, b) => b.latest - a.latest || a.node - b.node);
  let batch = Number.POSITIVE_INFINITY;
  for (const { node, latest } of late) {
    if (latest < batch - span) batch = latest;
    releases[node] = Math.max(0, batch - Math.floor(horizon / 2));
  }
  return releases;
}
