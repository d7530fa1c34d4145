import { expect, test } from 'vitest';
import { compile, publish, tableFaults } from '../compile/compile.ts';
import { school } from '../school.fixture.ts';
import type { TableCode } from './fault.ts';
import { InvalidTable } from './refusals.ts';

/** Anything may stand anywhere. */
// oxlint-disable-next-line typescript/no-explicit-any -- it is spoilt on purpose
type Loose = any;

const cases: [code: TableCode, at: string, spoil: (table: Loose) => unknown][] = [
  ['missing', 'id', (t) => delete t.id],
  ['missing', 'hitPolicy', (t) => delete t.hitPolicy],
  ['missing', 'columns', (t) => (t.columns = undefined)],
  ['missing', 'outputs', (t) => ((t.outputs = []), t.rules.forEach((r: Loose) => (r.gives = [])))],
  ['missing', 'columns[0].expression', (t) => (t.columns[0].expression = '')],
  ['missing', 'facts[0].say.en', (t) => delete t.facts[0].say.en],
  ['wrong-type', 'rules', (t) => (t.rules = {})],
  ['wrong-type', 'rules[1]', (t) => (t.rules[1] = null)],
  ['wrong-type', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = 5)],
  ['wrong-type', 'issue.version', (t) => (t.issue.version = 3)],
  ['too-large', 'rules', (t) => (t.rules = Array(2001).fill(t.rules[0]))],
  ['id-twice', 'rules[1].id', (t) => (t.rules[1].id = 'red')],
  ['id-twice', 'facts[2].name', (t) => (t.facts[2].name = 'code')],
  ['unknown-hit-policy', 'hitPolicy', (t) => (t.hitPolicy = 'PRIORITY')],
  ['unknown-aggregation', 'aggregation', (t) => (t.aggregation = 'MEAN')],
  [
    'aggregation-needs-number',
    'rules[0].gives[0]',
    (t) => Object.assign(t, { hitPolicy: 'COLLECT', aggregation: 'SUM' }),
  ],
  ['bad-date', 'issue.until', (t) => (t.issue.until = '2022-11-31')],
  ['bad-zone', 'issue.zone', (t) => (t.issue.zone = 'Shanghai')],
  ['cell-count', 'rules[1].when', (t) => t.rules[1].when.pop()],
  ['unreadable-cell', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = '< 5 6')],
  ['unreadable-cell', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = '"green')],
  ['unreadable-cell', 'rules[1].when[1]', (t) => (t.rules[1].when[1] = 'date("2022-02-30")')],
  ['unreadable-cell', 'rules[1].gives[0]', (t) => (t.rules[1].gives[0] = '"a" "b"')],
  ['unreadable-cell', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = `"${'a'.repeat(3000)}"`)],
  ['unsupported-cell', 'rules[1].when[1]', (t) => (t.rules[1].when[1] = '> arrival')],
  ['unsupported-cell', 'rules[1].when[1]', (t) => (t.rules[1].when[1] = '? > 5')],
  ['unsupported-cell', 'rules[1].when[1]', (t) => (t.rules[1].when[1] = '> 1 and < 5')],
  ['unsupported-cell', 'rules[1].when[1]', (t) => (t.rules[1].when[1] = '1 + 1')],
  ['unsupported-cell', 'rules[1].gives[0]', (t) => (t.rules[1].gives[0] = 'code')],
  [
    'unsupported-cell',
    'outputs[0].otherwise',
    (t) => ((t.hitPolicy = 'COLLECT'), (t.outputs[0].otherwise = '1')),
  ],
  ['wrong-type-in-cell', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = '5')],
  [
    'wrong-type-in-cell',
    'rules[1].gives[0]',
    (t) => ((t.outputs[0].type = 'string'), (t.rules[1].gives[0] = '5')),
  ],
  ['type-unclear', 'columns[1].type', (t) => (t.columns[1].type = 'date')],
  [
    'type-unclear',
    'columns[0]',
    (t) => ((t.facts = []), delete t.columns[0].type, (t.rules[1].when[0] = '5')),
  ],
  [
    'unsupported-expression',
    'columns[0].expression',
    (t) => (t.columns[0].expression = 'pupil.code'),
  ],
  [
    'unsupported-expression',
    'columns[0].expression',
    (t) => (t.columns[0].expression = 'count(code)'),
  ],
  ['unknown-type', 'columns[0].type', (t) => (t.columns[0].type = 'text')],
  ['overlap', 'rules[1].when[1]', (t) => (t.hitPolicy = 'UNIQUE')],
  ['disagreement', 'rules[1].gives[0]', (t) => (t.hitPolicy = 'ANY')],
  ['gap', 'rules', (t) => t.rules.pop()],
  ['column-unused', 'columns[0]', (t) => t.rules.shift()],
  ['cell-never', 'rules[1].when[0]', (t) => (t.rules[1].when[0] = '"purple"')],
  [
    'cell-never',
    'rules[1].when[1]',
    (t) => (t.rules[1].when[1] = '[duration("P2D")..duration("P1D")]'),
  ],
  ['cell-never', 'rules[1].gives[0]', (t) => (t.outputs[0].values = '"wait", "test"')],
  ['rule-never', 'rules[2]', (t) => (t.rules[1].when[1] = '-')],
];

const doubts: readonly string[] = ['gap', 'column-unused', 'rule-never'];

test('a good table has no fault', () => {
  expect(tableFaults(school())).toEqual([]);
  expect(publish(school()).facts).toEqual(['code', 'arrival', 'reported']);
});

test.each(cases.map((one, i) => [i + 1, ...one] as const))(
  'table %i is refused for %s, at %s, in both languages',
  (_, code, at, spoil) => {
    const table = structuredClone(school()) as Loose;
    spoil(table);

    const faults = tableFaults(table);

    expect(faults.map((fault) => [fault.code, fault.at])).toContainEqual([code, at]);
    for (const { cause, remedy } of faults) {
      for (const words of [cause, remedy]) {
        expect(words['zh-CN']).toMatch(/\p{Script=Han}|—|-/u);
        expect(words['zh-CN'] + words.en).not.toMatch(/undefined|\[object/);
      }
    }
    expect(() => publish(table)).toThrow(InvalidTable);
    if (doubts.includes(code)) expect(compile(table).faults.length).toBeGreaterThan(0);
  },
);

test('the cell is named by its id, its row and its column', () => {
  const table = structuredClone(school()) as Loose;
  Object.assign(table.rules[1], { cells: ['cell-a', 'cell-b'] });
  table.columns[1].label = '核酸';
  table.rules[1].when[1] = '<';
  const [fault] = tableFaults(table);
  expect(fault).toMatchObject({ at: 'rules[1].when[1]', cell: 'cell-b', bars: true });
  expect(fault.cause['zh-CN']).toMatch(/第 2 条的“核酸”格/);
  expect(fault.cause.en).toMatch(/rule 2, column “核酸”/);
});

test('a gap is told as a case', () => {
  const table = structuredClone(school()) as Loose;
  table.rules.pop();
  const [fault] = tableFaults(table);
  expect(fault.cause.en).toMatch(
    /health code: green, from a negative test reported to arrival: under 0 hours or over 48 hours/,
  );
});

test.each([undefined, null, 5, 'x', []])('%s is no table', (value) => {
  expect(tableFaults(value).map(({ at }) => at)).toEqual(['']);
});

test('of more than a hundred faults a hundred are listed, and that there are more', () => {
  const rules = Array.from({ length: 150 }, () => ({ when: ['<', '<'], gives: ['"a"'] }));
  const faults = tableFaults(school({ rules }));
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)?.code).toBe('more-faults');
  expect(() => compile(school({ rules }))).toThrow(/unreadable-cell.*\n.*\n.*\n.*\n.*\n… \(101\)$/);
});

test('facts that hang together leave no overlap where there is none, and are not given up on where one is', () => {
  const between = (when: string[][]) =>
    tableFaults({
      id: 't',
      name: 't',
      hitPolicy: 'UNIQUE',
      columns: ['a', 'b', 'a - b'].map((expression) => ({ expression, type: 'number' })),
      outputs: [{ otherwise: 'null' }],
      rules: when.map((cells, i) => ({ when: cells, gives: [String(i)] })),
    }).map(({ code }) => code);
  expect(
    between([
      ['> 5', '< 3', '-'],
      ['-', '-', '< 2'],
    ]),
  ).toEqual([]);
  expect(
    between([
      ['> 5', '< 3', '-'],
      ['-', '-', '< 2.5'],
    ]),
  ).toEqual(['overlap']);
});
