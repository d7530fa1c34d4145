import { randomFrom } from './generate/random.ts';
import type { Activity, Opening, Order, Previous, Problem, Resource, Together } from './problem.ts';

/** Brute force tries no more timetables than this. */
const MOST_TIMETABLES = 1500;

/**
 * A small problem of any kind: classes alike and not, chains of one or two activities, openings by kind, kinds that must not meet,
 * siblings, buses, a timetable that was before. Many have no timetable at all, or none within the capacities.
 */
export function randomProblem(seed: number): Problem {
  const below = randomFrom(seed);
  const maybe = (one: number): boolean => below(one) === 0;
  const oneOf = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const resources = ['r', 's'].map((id): Resource => {
    const openings: Opening[] = maybe(3)
      ? [
          { from: 0, to: 10, ...(maybe(2) && { kinds: [oneOf(['', 'car'])] }) },
          { from: 10, to: 10 + 5 * (1 + below(4)), ...(maybe(2) && { capacity: 1 + below(8) }) },
        ]
      : [];
    return {
      id,
      capacity: oneOf([2, 3, 4, 5, 6, 9]),
      ...(openings.length > 0 && { openings }),
      ...(maybe(3) && { oneKind: true }),
    };
  });
  const activities: Activity[] = [];
  const orders: Order[] = [];
  const drawn = (phase: string): Omit<Activity, 'id'> => {
    const starts = [0, 5, 10, 15].filter(() => !maybe(3));
    return {
      phase,
      ...(maybe(3) && { kind: 'car' }),
      people: 1 + below(4),
      starts: starts.length > 0 ? starts : [5],
      ...(!maybe(4) && { preferred: 5 * below(4) }),
      ...(maybe(4) && { weight: below(3) }),
      ways: (maybe(2) ? ['r'] : ['r', 's']).map((resource) => ({
        id: resource,
        uses: [
          { resource, minutes: oneOf([5, 5, 10]), ...(maybe(4) && { amount: 1 + below(5) }) },
          ...(maybe(5) ? [{ resource: 's', offset: 5, minutes: 5 }] : []),
        ],
      })),
    };
  };
  let timetables = 1;
  for (let kind = 0; kind < 3; kind += 1) {
    const chain = maybe(3) ? [drawn('one'), drawn(oneOf(['one', 'two']))] : [drawn('one')];
    const order = { least: 5 * (below(4) - 1), ...(maybe(2) && { most: 10 + 5 * below(2) }) };
    for (let copy = 0; copy <= below(3); copy += 1) {
      const size = chain.reduce((n, { starts, ways }) => n * starts.length * ways.length, 1);
      if (timetables * size > MOST_TIMETABLES) break;
      timetables *= size;
      const ids = chain.map((_, i) => `${kind}-${copy}-${i}`);
      chain.forEach((one, i) => activities.push({ id: ids[i] ?? '', ...one }));
      const [before, after] = ids;
      if (before && after) orders.push({ before, after, ...order });
    }
  }
  const any = (): string => activities[below(activities.length)]?.id ?? '';
  const pairs = Array.from({ length: below(3) }, (): Together => {
    const people = 1 + below(3);
    return { activities: [any(), any()], people, ...(maybe(3) && { most: 5 * below(2) }) };
  });
  const before = activities.flatMap(({ id, starts, ways }): Previous[] => {
    const start = maybe(9) ? 20 : (starts[below(starts.length)] ?? 0);
    return maybe(4) ? [] : [{ activity: id, start, way: ways[below(ways.length)]?.id ?? '' }];
  });
  return {
    resources,
    phases: [
      { id: 'one', ...(maybe(2) && { spread: below(4) }) },
      { id: 'two', spread: 1 },
    ],
    activities,
    orders,
    together: maybe(2) ? pairs.filter(({ activities: [one, other] }) => one !== other) : [],
    ...(maybe(2) && { previous: before, change: below(4) }),
  };
}
