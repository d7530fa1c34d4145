import { instanceText } from './instance-text.ts';
import { requireWhole, seeded } from './random.ts';
import { type Day, type Family, makeDay } from './solomon-day.ts';

export interface TimeWindowOptions {
  /** Scattered, clustered or both; 1 with a short day and small vehicles, 2 with a long day and large ones. Default R1. */
  family?: Family;
  /** Whole, 1 to 19,999. Default 100. */
  clients?: number;
  /** Share of the clients who have a window of their own, 0 to 1. Default 1. */
  windowShare?: number;
  /** Shortest and longest window, in the file's units. Default: the narrow one of the family. */
  width?: readonly [least: number, most: number];
}

/**
 * A VRPTW instance in the manner of Solomon (1987) and Gehring & Homberger (1999): whole coordinates and times, one depot,
 * vehicles that are more than enough. Each client can be served by a vehicle of its own.
 *
 * @param seed any whole number; the same seed and options give the same text.
 * @returns the text of a VRPLIB file; its name tells seed, family and clients.
 * @throws RangeError when an option is out of its range.
 */
export function timeWindowText(seed: number, options: TimeWindowOptions = {}): string {
  const { family = 'R1', clients = 100, windowShare = 1 } = options;
  requireWhole('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  requireWhole('clients', clients, 1, 19_999);
  const day = makeDay(seeded(seed), { family, clients, windowShare, width: options.width });
  const full = { R1: 200, C1: 200, RC1: 200, R2: 1000, C2: 700, RC2: 1000 }[family];
  return instanceText({
    fields: [
      ['NAME', `made-${seed}-${family}-${clients}`],
      ['COMMENT', '"Made up after Solomon (1987) and Gehring and Homberger (1999)"'],
      ['TYPE', 'VRPTW'],
      ['DIMENSION', clients + 1],
      ['VEHICLES', vehiclesFor(day, full, Math.ceil(clients / 4))],
      ['CAPACITY', full],
      ['SERVICE_TIME', day.service],
      ['EDGE_WEIGHT_TYPE', 'EUC_2D'],
    ],
    ...day,
  });
}

/** The usual number, and never fewer than loads and work need with room to spare. */
export function vehiclesFor(day: Day, capacity: number, usual: number): number {
  const demand = day.demands.reduce((sum, each) => sum + each, 0);
  const [, latest] = day.windows[0] ?? [0, 1];
  const work = (day.demands.length - 1) * day.service;
  return Math.max(usual, Math.ceil((1.5 * demand) / capacity), Math.ceil((2 * work) / latest), 1);
}
