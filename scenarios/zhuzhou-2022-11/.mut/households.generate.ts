import { readFileSync, writeFileSync } from 'node:fs';
import type { Household } from './household.ts';
import { PlacesFile } from './place.ts';
import { type Point, Water } from './water.ts';

/** Cumulative share of households of 1, 2, … 6 people. */
const SIZES = [0.1, 0.3, 0.53, 0.75, 0.91, 1];
const ALONE_IS_OLD = 0.6;
const OLD_CANNOT_COME = 0.4;
const PAIR_CANNOT_COME = 0.08;

/** Invented households whose people add up to each point's; the same rows for the same points. */
export function generateHouseholds(points: Point[], label: (point: Point) => string): Household[] {
  return points.flatMap((point, index) => {
    const random = mulberry32(20221110 + index);
    const households: Household[] = [];
    for (let left = point.people; left > 0; ) {
      const draw = random();
      const people = Math.min(left, 1 + SIZES.findIndex((share) => draw < share));
      left -= people;
      const number = String(households.length + 1).padStart(2, '0');
      const aloneElderly = people === 1 && random() < ALONE_IS_OLD;
      const chance = aloneElderly ? OLD_CANNOT_COME : people === 2 ? PAIR_CANNOT_COME : 0;
      const cannotCome = point.doorDelivery !== undefined && random() < chance;
      households.push({
        id: `${point.id}-${number}`,
        point: point.id,
        label: `${label(point)}${number}户`,
        people,
        ...(aloneElderly && { aloneElderly }),
        ...(cannotCome && { cannotCome }),
        phone: null,
      });
    }
    return households;
  });
}

/** The file as it is kept: one household a line. */
export function householdsFile(households: Household[]): string {
  const rows = households.map((household) => JSON.stringify(household)).join(',\n');
  return `{\n"invented":true,\n"households":[\n${rows}\n]\n}\n`;
}

/** Tommy Ettinger's 32-bit generator: enough to spread sizes, the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

if (import.meta.main) {
  const data = new URL('./data/', import.meta.url);
  const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, data), 'utf8'));
  const names = new Map(
    PlacesFile.parse(json('places.json')).places.map((place) => [place.id, place.name['zh-CN']]),
  );
  const households = generateHouseholds(
    Water.parse(json('water.json')).points,
    (point) => names.get(point.place) ?? point.id,
  );
  writeFileSync(new URL('households.json', data), householdsFile(households));
}
