import type { Problem } from './problem.ts';

/** Three classes through two gates, then up one stair; lunch in a canteen that seats one class and a half. */
export function twoGates(rest: Partial<Problem> = {}): Problem {
  const classes: [id: string, people: number, preferred: number][] = [
    ['1-1', 40, 450],
    ['1-2', 40, 450],
    ['2-1', 50, 455],
  ];
  return {
    resources: [
      { id: 'A', capacity: 60, openings: [{ from: 440, to: 480 }] },
      {
        id: 'B',
        capacity: 60,
        openings: [{ from: 440, to: 460, kinds: ['car'] }],
        oneKind: true,
      },
      { id: 'seats', capacity: 75 },
    ],
    phases: [{ id: 'arrival', spread: 10 }, { id: 'lunch' }],
    activities: classes.flatMap(([id, people, preferred]) => [
      {
        id: `${id} in`,
        phase: 'arrival',
        people,
        starts: [445, 450, 455, 460],
        preferred,
        ways: ['A', 'B'].map((gate) => ({ id: gate, uses: [{ resource: gate, minutes: 5 }] })),
      },
      {
        id: `${id} lunch`,
        phase: 'lunch',
        people,
        starts: [690, 710, 730],
        preferred: 710,
        ways: [{ id: 'canteen', uses: [{ resource: 'seats', offset: 5, minutes: 20 }] }],
      },
    ]),
    orders: classes.map(([id]) => ({ before: `${id} in`, after: `${id} lunch`, least: 240 })),
    together: [{ activities: ['1-1 in', '2-1 in'], people: 3 }],
    ...rest,
  };
}
