import type { Activity, Phase, Problem, Resource, Together, Use, Way } from '../problem.ts';
import { randomFrom } from './random.ts';

export interface GenerateOptions {
  /** Default 60. */
  classes?: number;
  /** Default 5; classes are shared out evenly. */
  grades?: number;
  /** Default 420. */
  seats?: number;
  /** Starts of lunch, ten minutes apart from 11:00 on. Default 13. */
  starts?: number;
  /** Least pupils of a class, and most. Default [36, 46]. */
  sizes?: readonly [number, number];
  /** The pupils of a grade are divided evenly, as schools do: its classes differ by one at most. Default true; else each class is drawn for itself. */
  even?: boolean;
  /** Two stairs lead down to the seats. Default false: there is room for all. */
  stairs?: boolean;
  /** `lunch`: that alone. `day`: arrival and dismissal as well, by foot, car and bus through two gates. Default `lunch`. */
  phases?: 'lunch' | 'day';
  /** Pairs of classes with siblings in them; of a day only. Default 0. */
  siblings?: number;
  /** What a minute more between first and last costs, of each phase. Default 30. */
  spread?: number;
}

const NOON = 720;
const MEAL = 20;
const STAIRS: Resource[] = [
  { id: 'east stair', capacity: 200 },
  { id: 'west stair', capacity: 160 },
];

/**
 * A made-up school. Each grade prefers to eat at a time of its own, and all
 * of a grade at once. A meal takes twenty minutes of a seat, after five on one of two stairs.
 * @param seed any whole number; the problem is a function of it and the options.
 */
export function generate(seed: number, options: GenerateOptions = {}): Problem {
  const { classes = 60, grades = 5, seats = 420, starts = 13, sizes = [36, 46] } = options;
  const { phases = 'lunch', siblings = 0, spread = 30, stairs = false, even = true } = options;
  const below = randomFrom(seed);
  const [least, most] = sizes;
  const school = Array.from({ length: grades }, (_, grade) => {
    const first = Math.ceil((grade * classes) / grades);
    const count = Math.ceil(((grade + 1) * classes) / grades) - first;
    const all = least * count + below((most - least) * count + 1);
    return Array.from({ length: count }, (__, c) => {
      const pupils = even ? Math.floor((all + c) / count) : least + below(most - least + 1);
      return { id: `${grade + 1}-${c + 1}`, grade, pupils };
    });
  }).flat();
  const lunches = school.map(({ id, grade, pupils }): Activity => {
    const first = NOON - 60;
    const ways = stairs ? ['east stair', 'west stair'] : ['hall'];
    return {
      id: `${id} lunch`,
      phase: 'lunch',
      people: pupils,
      starts: times(first, 10, starts),
      preferred: first + 10 * Math.min(starts - 1, 3 + grade),
      ways: ways.map((id): Way => {
        const seat: Use = { resource: 'seats', offset: 5, minutes: MEAL };
        return { id, uses: stairs ? [{ resource: id, minutes: 5 }, seat] : [seat] };
      }),
    };
  });
  const lunch: Problem = {
    resources: [{ id: 'seats', capacity: seats }, ...(stairs ? STAIRS : [])],
    phases: [{ id: 'lunch', spread }],
    activities: lunches,
  };
  if (phases === 'lunch') return lunch;
  const gates: Resource[] = [
    {
      id: 'south gate',
      capacity: Math.max(80, 4 * classes),
      openings: [
        { from: 420, to: 480 },
        { from: 960, to: 1020 },
      ],
      oneKind: true,
    },
    {
      id: 'north gate',
      capacity: Math.max(60, Math.round(2.7 * classes)),
      openings: [{ from: 420, to: 1020, kinds: ['foot'] }],
    },
    { id: 'bus bay', capacity: 2 * classes },
  ];
  const ends: Phase[] = ['arrival', 'dismissal'].map((id) => ({ id, spread }));
  const moved = school.flatMap(({ id, grade, pupils }) => {
    const cars = Math.round((pupils * (20 + below(11))) / 100);
    const bus = grade === 0 && below(2) === 0 ? 8 : 0;
    const parts = { foot: pupils - cars - bus, car: cars, bus };
    return ends.flatMap(({ id: phase }) => {
      const first = phase === 'arrival' ? 425 : 965;
      return Object.entries(parts).flatMap(([kind, people]): Activity[] => {
        if (people === 0) return [];
        const [from, count] = kind === 'bus' ? [first + 10, 1] : [first, 9];
        return [
          {
            id: `${id} ${phase} ${kind}`,
            phase,
            kind,
            people,
            starts: times(from, 5, count),
            preferred: first + 5 * (2 + grade),
            ways: waysOf(kind),
          },
        ];
      });
    });
  });
  const pairs = Array.from({ length: siblings }, (): Together[] => {
    const [one, other] = [school[below(classes)], school[below(classes)]];
    if (!one || !other || one.grade === other.grade) return [];
    return ends.map(({ id }) => ({
      activities: [`${one.id} ${id} foot`, `${other.id} ${id} foot`],
      people: 1 + below(2),
    }));
  });
  return {
    resources: [...lunch.resources, ...gates],
    phases: [...lunch.phases, ...ends],
    activities: [...lunches, ...moved],
    together: pairs.flat(),
  };
}

function waysOf(kind: string): Way[] {
  const through: Record<string, string[]> = {
    foot: ['south gate', 'north gate'],
    car: ['south gate'],
    bus: ['bus bay'],
  };
  return (through[kind] ?? []).map((resource) => ({
    id: resource,
    uses: [{ resource, minutes: 5 }],
  }));
}

function times(first: number, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + step * i);
}
