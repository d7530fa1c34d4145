import type { Aggregation, Constant, DecisionTable, HitPolicy, ValueType } from './table.ts';

/** A cell as it was thought of before it was written: what the table is held against. */
export type Thought = { any: true } | { not: boolean; tests: readonly Test[] };

export type Test =
  | { op: '=' | '<' | '<=' | '>' | '>='; than: Constant }
  | { from: Constant; to: Constant; fromOpen: boolean; toOpen: boolean };

/** A table together with what it means, and the values at which its facts are tried. */
export interface Sample {
  table: DecisionTable;
  /** [rule][column] */
  thoughts: readonly (readonly Thought[])[];
  /** What each column asks: a fact, or the first less the second. */
  asks: readonly (readonly [string] | readonly [string, string])[];
  outcomes: readonly Constant[];
  otherwise: Constant | undefined;
  /** Enough values of each fact to tell apart all that the cells can. */
  tried: Readonly<Record<string, readonly Constant[]>>;
  /** Those at which a known fact is put. */
  given: Readonly<Record<string, readonly Constant[]>>;
  /** Some fact is asked by several columns in different ways. */
  isShared: boolean;
}

export interface Dice {
  below(count: number): number;
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 (Tommy Ettinger). */
export function dice(seed: number): Dice {
  let state = (seed ^ 0x2545f491) | 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return Math.floor((((z ^ (z >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(list.length)],
  };
}

/** Four values of each type in their order, and what lies before, between and after them. */
const LADDERS: Record<ValueType, { steps: readonly Constant[]; between: readonly Constant[] }> = {
  number: { steps: [-1.5, 0, 2, 48], between: [-9, -1, 0.5, 20, 100] },
  integer: { steps: [1, 2, 4, 7], between: [0, 3, 5, 9] },
  string: { steps: ['', 'a', 'b', '绿'], between: ['A', 'a ', 'ba', '黄', '一'] },
  boolean: { steps: [false, true], between: [] },
  date: {
    steps: ['2022-11-15', '2022-11-16', '2022-11-18', '2022-12-01'],
    between: ['2021-01-01', '2022-11-17', '2022-11-30', '2023-01-01'],
  },
  time: {
    steps: ['00:00:00', '07:20:00', '12:00:00', '23:59:59'],
    between: ['03:00:00', '08:00:00', '20:00:00', '23:59:59.5'],
  },
  'date and time': {
    steps: ['2022-11-15T07:20:00+08:00', '2022-11-16T00:00:00Z', '2022-11-17T07:20:00+08:00'],
    between: [
      '2022-11-15T07:19:59+08:00',
      '2022-11-15T08:00:00+08:00',
      '2022-11-17T00:00:00+08:00',
      '2022-12-01T00:00:00Z',
    ],
  },
  'days and time duration': {
    steps: ['-PT1H', 'PT0S', 'PT24H', 'P2D'],
    between: ['-P1D', '-PT1M', 'PT1S', 'PT30H', 'P3D'],
  },
  'years and months duration': {
    steps: ['P0M', 'P6M', 'P1Y'],
    between: ['-P1M', 'P3M', 'P7M', 'P2Y'],
  },
};

const TYPES = Object.keys(LADDERS) as ValueType[];

/** How a constant is written in a cell. */
export function written(type: ValueType, value: Constant): string {
  switch (type) {
    case 'string':
      return JSON.stringify(value);
    case 'date':
      return `date("${value}")`;
    case 'time':
      return `time("${value}")`;
    case 'date and time':
      return `date and time("${value}")`;
    case 'days and time duration':
    case 'years and months duration':
      return `duration("${value}")`;
    default:
      return String(value);
  }
}

interface Asked {
  asks: readonly [string] | readonly [string, string];
  type: ValueType;
  steps: readonly Constant[];
  values: string | undefined;
}

/** A small table of any kind and hit policy, by the seed alone. */
export function randomTable(
  seed: number,
  { policy, linked = false }: { policy?: HitPolicy; linked?: boolean } = {},
): Sample {
  const random = dice(seed);
  const tried: Record<string, Constant[]> = {};
  const columns = linked ? linkedColumns(random, tried) : plainColumns(random, tried);
  const rules = 1 + random.below(5);
  const hitPolicy =
    policy ?? random.pick(['UNIQUE', 'FIRST', 'FIRST', 'ANY', 'COLLECT', 'COLLECT'] as const);
  const aggregation =
    hitPolicy === 'COLLECT' && random.chance(60)
      ? random.pick(['SUM', 'MIN', 'MAX', 'COUNT'] as const)
      : undefined;
  const palette: readonly Constant[] =
    aggregation && aggregation !== 'COUNT' ? [1, 2.5, -1, 0.1, 0.2] : ['A', 'B', null];
  const thoughts = Array.from({ length: rules }, () => columns.map((one) => thought(random, one)));
  const outcomes = thoughts.map(() => random.pick(palette));
  const isList = hitPolicy === 'COLLECT' && aggregation === undefined;
  const otherwise =
    !isList && aggregation !== 'COUNT' && random.chance(30) ? random.pick(palette) : undefined;
  columns.forEach(({ asks }, c) => {
    const ofNull =
      thoughts.some((row) => speaksOfNull(row[c])) || columns[c].values?.includes('null');
    if (ofNull) for (const fact of asks) if (!tried[fact].includes(null)) tried[fact].push(null);
  });
  const used = columns.flatMap(({ asks }) => asks);
  return {
    thoughts,
    asks: columns.map(({ asks }) => asks),
    outcomes,
    otherwise,
    tried,
    given: linked ? Object.fromEntries(Object.keys(tried).map((name) => [name, CENTRAL])) : tried,
    isShared: new Set(used).size < used.length,
    table: {
      id: `random-${seed}`,
      name: 'random',
      hitPolicy,
      ...(aggregation && { aggregation: aggregation satisfies Aggregation }),
      columns: columns.map(({ asks, type, values }) => ({
        expression: asks.join(' - '),
        type,
        ...(values !== undefined && { values }),
      })),
      outputs: [
        {
          name: 'outcome',
          ...(otherwise !== undefined && { otherwise: JSON.stringify(otherwise) }),
        },
      ],
      rules: thoughts.map((row, r) => ({
        when: row.map((cell, c) => textOf(cell, columns[c].type)),
        gives: [JSON.stringify(outcomes[r])],
      })),
    },
  };
}

function plainColumns(random: Dice, tried: Record<string, Constant[]>): Asked[] {
  return Array.from({ length: 1 + random.below(3) }, (_, c): Asked => {
    const type = random.pick(TYPES);
    const { steps, between } = LADDERS[type];
    const own = steps.slice(0, 2 + random.below(steps.length - 1));
    const isListed = random.chance(25);
    tried[`f${c}`] = isListed ? [...own] : [...steps, ...between];
    const listed = own.map((value) => written(type, value)).join(', ');
    const values = isListed ? (random.chance(20) ? `${listed}, null` : listed) : undefined;
    return { asks: [`f${c}`], type, steps: own, values };
  });
}

const CENTRAL = [0, 0.5, 1, 2, 2.5];

/** Numbers that are asked both as they are and as their differences. */
function linkedColumns(random: Dice, tried: Record<string, Constant[]>): Asked[] {
  const names = ['x', 'y', 'z'].slice(0, 2 + random.below(2));
  const steps = [0, 1, 2];
  // Two that are missing are told apart at halves: between those eighths are fine enough.
  for (const name of names) tried[name] = Array.from({ length: 97 }, (_, i) => i / 8 - 5);
  const differences = names.flatMap((a) =>
    names.flatMap((b) => (a === b ? [] : [[a, b] as const])),
  );
  return Array.from({ length: 2 + random.below(2) }, (): Asked => {
    const asks = random.chance(40) ? ([random.pick(names)] as const) : random.pick(differences);
    return { asks, type: 'number', steps, values: undefined };
  });
}

function thought(random: Dice, { type, steps }: Asked): Thought {
  if (random.chance(25)) return { any: true };
  const tests = Array.from({ length: 1 + random.below(2) }, (): Test => {
    if (random.chance(12)) return { op: '=', than: null };
    const plain = type === 'boolean' || random.chance(40);
    if (plain) return { op: '=', than: random.pick(steps) };
    if (random.chance(50))
      return { op: random.pick(['<', '<=', '>', '>=']), than: random.pick(steps) };
    const [a, b] = [random.below(steps.length), random.below(steps.length)];
    return {
      from: steps[Math.min(a, b)],
      to: steps[Math.max(a, b)],
      fromOpen: random.chance(50),
      toOpen: random.chance(50),
    };
  });
  return { not: random.chance(25), tests };
}

function speaksOfNull(cell: Thought): boolean {
  return 'tests' in cell && cell.tests.some((test) => 'op' in test && test.than === null);
}

function textOf(cell: Thought, type: ValueType): string {
  if ('any' in cell) return '-';
  const tests = cell.tests.map((test) => {
    if ('op' in test) {
      const than = test.than === null ? 'null' : written(type, test.than);
      return test.op === '=' ? than : `${test.op} ${than}`;
    }
    const [from, to] = [written(type, test.from), written(type, test.to)];
    return `${test.fromOpen ? '(' : '['}${from}..${to}${test.toOpen ? ')' : ']'}`;
  });
  return cell.not ? `not(${tests.join(', ')})` : tests.join(', ');
}
