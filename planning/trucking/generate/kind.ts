import type { Interval, Point, Problem, Source, Tanker } from '../water-day.ts';
import { closeWay, drive, type Spot, toPlace } from './map.ts';
import { type Random, seeded } from './random.ts';

/** What makes a day hard, as in the four examples of the format. */
export type Kind = 'town' | 'tanks' | 'scarce' | 'county';
/** `small` is as large as the example of the kind; `large` has up to 600 points and 120 tankers. */
export type KindSize = 'small' | 'medium' | 'large';

interface Character {
  /** Points and tankers. */
  sizes: Record<KindSize, readonly [points: number, tankers: number]>;
  /** Kilometres that the square of the small size is wide. */
  wide: number;
  kmPerHour: number;
  people: readonly [least: number, most: number];
  /** Part of the points with a village tank. */
  tanks: number;
  /** What tankers carry, the smallest first. */
  litres: readonly [number, ...number[]];
}

const CHARACTERS: Record<Kind, Character> = {
  // More tankers than water needs: every litre arrives, and metres count.
  town: {
    sizes: { small: [24, 7], medium: [60, 16], large: [150, 38] },
    wide: 10,
    kmPerHour: 24,
    people: [20, 215],
    tanks: 0.2,
    litres: [8000, 8000, 12000],
  },
  // Village tanks that run dry unless somebody comes in time.
  tanks: {
    sizes: { small: [48, 12], medium: [120, 29], large: [300, 70] },
    wide: 14.5,
    kmPerHour: 28,
    people: [20, 300],
    tanks: 0.75,
    litres: [3000, 5000, 8000, 12000],
  },
  // Too few tankers: water must be shared out.
  scarce: {
    sizes: { small: [60, 9], medium: [150, 22], large: [400, 60] },
    wide: 23,
    kmPerHour: 31,
    people: [20, 420],
    tanks: 0.27,
    litres: [5000, 8000, 8000],
  },
  // Far ways and many of everything.
  county: {
    sizes: { small: [150, 32], medium: [300, 62], large: [600, 120] },
    wide: 35,
    kmPerHour: 37,
    people: [30, 320],
    tanks: 0.25,
    litres: [3000, 5000, 5000, 8000, 12000],
  },
};

const DAY = { date: '2022-11-10', from: 25200, to: 86400 };

/**
 * A made-up day of one of four kinds, like the example of that kind.
 *
 * @param seed any whole number; the same kind, size and seed give the same problem everywhere.
 * @returns a problem that `parseProblem` accepts, named `<kind>-<size>-<seed>`.
 * @throws RangeError when the seed is not a whole number.
 */
export function generateKind(kind: Kind, size: KindSize, seed: number): Problem {
  if (!Number.isSafeInteger(seed))
    throw new RangeError(`seed is ${seed}; it must be a whole number`);
  const character = CHARACTERS[kind];
  const [pointCount, tankerCount] = character.sizes[size];
  const random = seeded(seed);
  const sourceCount = Math.max(4, Math.round(pointCount / 15));
  const half = (character.wide / 2) * Math.sqrt(pointCount / character.sizes.small[0]);
  const spot = (id: string, reach = half): Spot => ({
    id,
    x: random.between(-reach, reach),
    y: random.between(-reach, reach),
  });
  const spots = [
    spot('depot-a', half / 3),
    spot('depot-b'),
    ...Array.from({ length: sourceCount }, (_, i) => spot(`src${i + 1}`)),
    ...Array.from({ length: pointCount }, (_, i) => spot(`pt${i + 1}`)),
  ];
  const ways = spots.map((from, i) =>
    spots.map((to, j) =>
      i === j ? { seconds: 0, metres: 0 } : drive(random, from, to, character.kmPerHour),
    ),
  );
  const travel: Problem['travel'] = {
    seconds: ways.map((row) => row.map(({ seconds }) => seconds)),
    metres: ways.map((row) => row.map(({ metres }) => metres)),
  };
  for (let k = 0; k < spots.length ** 2 / 250; k += 1) {
    // Depots stay open: whoever is out comes home.
    closeWay(travel, random.whole(2, spots.length - 1), random.whole(2, spots.length - 1));
  }
  return {
    format: 'water-day/1',
    name: `${kind}-${size}-${seed}`,
    day: { ...DAY },
    places: spots.map(toPlace),
    travel,
    tiers: [
      { name: 'survival', litresPerPerson: 7.5 },
      { name: 'basic', litresPerPerson: 15 },
      { name: 'full', litresPerPerson: 20 },
    ],
    tankers: Array.from({ length: tankerCount }, (_, i) => tanker(random, character, i)),
    sources: Array.from({ length: sourceCount }, (_, i) => source(random, i)),
    points: Array.from({ length: pointCount }, (_, i) => point(random, character, i)),
  };
}

function tanker(random: Random, { litres }: Character, i: number): Tanker {
  const [from, to]: Interval = i % 2 === 0 ? [DAY.from, 57600] : [54000, DAY.to];
  const made: Tanker = {
    id: `T${i + 1}`,
    home: random.pick(['depot-a', 'depot-b']),
    litres: random.pick(litres),
    from,
    to,
  };
  if (random.chance(0.5)) made.rest = { every: 14400, seconds: 1200 };
  if (random.chance(0.12)) made.loaded = 2000;
  return made;
}

/** One plant in ten, the others household wells that give little. */
function source(random: Random, i: number): Source {
  const place = { id: `S${i + 1}`, place: `src${i + 1}` };
  if (i % 10 === 0) {
    const open: Interval[] = [[DAY.from, 79200]];
    return { ...place, bays: 2, litresPerMinute: 600, setupSeconds: 300, open };
  }
  const closes = random.pick([68400, 72000, 75600, 79200]);
  return {
    ...place,
    bays: 1,
    litresPerMinute: random.whole(90, 200),
    setupSeconds: 240,
    open: random.chance(0.5)
      ? [[random.pick([25200, 28800, 32400]), closes]]
      : [
          [DAY.from, random.pick([39600, 43200])],
          [random.pick([46800, 54000]), closes],
        ],
    litresPerDay: 1000 * random.whole(15, 42),
  };
}

function point(
  random: Random,
  { people: [least, most], tanks, litres }: Character,
  i: number,
): Point {
  const people = random.whole(least, most);
  const made: Point = {
    id: `P${i + 1}`,
    place: `pt${i + 1}`,
    people,
    litresPerMinute: random.pick([60, 60, 90, 120]),
    setupSeconds: random.pick([180, 300, 420]),
  };
  const school = random.chance(0.06);
  if (school) made.litresPerPerson = [3, 3, 3];
  const need = people * (school ? 3 : 20);
  if (random.chance(0.22)) made.have = Math.round(need * random.between(0.02, 0.3));
  if (random.chance(0.05)) made.weight = random.pick([2, 3]);
  if (random.chance(0.27)) {
    made.open = [[random.pick([25200, 28800, 36000]), random.pick([64800, 72000, 79200])]];
  }
  if (random.chance(0.2)) {
    made.maxTankerLitres = Math.max(random.pick([5000, 8000]), ...litres.slice(0, 1));
  }
  if (random.chance(tanks)) {
    const size = random.pick([3000, 5000, 10000]);
    made.litresPerMinute = 400;
    made.storage = { litres: size, level: random.whole(0, Math.round(size / 3)) };
  }
  return made;
}
