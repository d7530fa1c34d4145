import { expect, test } from 'vitest';
import type { PatchOperation, Plan, Problem } from '../water-day.ts';
import { check } from './check.ts';
import { drive, rowOf, stopsOf } from './one-fault.fixture.ts';
import { promiseFaults } from './promise.ts';
import { deliver, fill, home, twoVillages, twoVillagesPlan } from './two-villages.fixture.ts';

/** A third tanker brings the hill its last 300 litres. */
const third: PatchOperation[] = [
  {
    op: 'add',
    path: '/tankers/-',
    value: { id: 'third', home: 'depot', litres: 3000, from: 25200, to: 90000 },
  },
];

function promised(): Plan {
  const plan = twoVillagesPlan();
  rowOf(plan).remedy.patch = structuredClone(third);
  return plan;
}

function kept(): Plan {
  const plan = promised();
  plan.routes.push({
    tanker: 'third',
    stops: [
      home(25200),
      fill('river', 27200, 27200, 27530, 300),
      deliver('hill', 28730, 28800, 29400, 300),
      home(31200),
    ],
  });
  return plan;
}

const judge = (longer: Plan, plan = promised(), problem = twoVillages()) =>
  promiseFaults(problem, plan, rowOf(plan), longer).map(({ code, at }) => [code, at]);

test('a plan with every stop and the litres keeps the promise, whatever it says of itself', () => {
  expect(check(twoVillages(), promised()).faults).toEqual([]);
  const longer = kept();
  longer.score.metres = 0;
  longer.short = [];
  expect(judge(longer)).toEqual([]);
});

test('a stop may be arrived at later', () => {
  const longer = kept();
  // Small has a wait of 1,800 s before the hill opens.
  Object.assign(stopsOf(longer, 1)[1] ?? {}, { arrive: 28700 });
  expect(judge(longer)).toEqual([]);
});

const spoiled: [code: string, at: string, spoil: (longer: Plan) => void][] = [
  ['litres-not-added', '/routes', (longer) => void longer.routes.pop()],
  [
    'litres-not-added',
    '/routes',
    (longer) => void Object.assign(stopsOf(longer, 2)[2] ?? {}, { finish: 29399, litres: 299 }),
  ],
  ['stop-not-kept', '/routes', (longer) => drive(longer, 1, 2, home(31600))],
  [
    'stop-not-kept',
    '/routes',
    (longer) => void Object.assign(stopsOf(longer, 0)[0] ?? {}, home(25300)),
  ],
  [
    'wrong-finish',
    '/routes/2/stops/2',
    (longer) => void Object.assign(stopsOf(longer, 2)[2] ?? {}, { finish: 29401 }),
  ],
  [
    'bays-full',
    '/routes/2/stops/1',
    (longer) =>
      void Object.assign(stopsOf(longer, 2)[1] ?? {}, {
        source: 'well',
        arrive: 25800,
        start: 33080,
        finish: 33380,
      }),
  ],
];

test.each(spoiled)('a longer plan with %s at %s breaks it', (code, at, spoil) => {
  const longer = kept();
  spoil(longer);
  expect(judge(longer)).toContainEqual([code, at]);
});

test('a patch that makes people fewer adds no litres', () => {
  const plan = promised();
  rowOf(plan).remedy.patch = [{ op: 'replace', path: '/points/2/people', value: 70 }];
  expect(judge(promised(), plan)).toEqual([['litres-not-added', '/routes']]);
});

test('the patch must apply and leave a problem', () => {
  const plan = promised();
  const patch = (operation: PatchOperation) => void (rowOf(plan).remedy.patch = [operation]);
  patch({ op: 'remove', path: '/tankers/7' });
  expect(judge(kept(), plan)).toEqual([['patch-fails', '/remedy/patch']]);
  patch({ op: 'replace', path: '/sources/0/bays', value: -1 });
  expect(judge(kept(), plan)).toEqual([['patch-breaks-problem', '/sources/0/bays']]);
});

test('litres that a village tank takes too late are not water that people had', () => {
  const problem: Problem = twoVillages();
  const plan = promised();
  // Without its second delivery west draws 400 litres too few.
  drive(plan, 0, 4, home(34880));
  plan.short = [{ ...rowOf(plan), point: 'west', litres: 0 }];
  const row = rowOf(plan);
  for (const [start, codes] of [
    [31900, []],
    [86000, ['litres-not-added']],
  ] as const) {
    row.litres = 400;
    const longer = structuredClone(plan);
    longer.routes.push({
      tanker: 'third',
      stops: [
        home(25200),
        fill('river', 27200, 27200, 27540, 400),
        deliver('west', 28740, start, start + 240, 400),
        home(start + 2000),
      ],
    });
    expect(promiseFaults(problem, plan, row, longer).map(({ code }) => code)).toEqual(codes);
  }
});

test('a row without a patch promises nothing', () => {
  const plan = promised();
  rowOf(plan).remedy.patch = null;
  expect(() => judge(kept(), plan)).toThrow(TypeError);
});
