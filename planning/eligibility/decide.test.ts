import { describe, expect, test } from 'vitest';
import type { Because } from './answer.ts';
import { compile } from './compile/compile.ts';
import { InvalidFacts } from './refuse/refusals.ts';
import { school } from './school.fixture.ts';
import type { Constant, DecisionTable, Facts, ValueType } from './table.ts';

const at = '2022-11-16T12:00:00+08:00';
const arrival = '2022-11-17T07:20:00+08:00';

function first(type: ValueType | undefined, cells: readonly string[], values?: string) {
  return compile({
    id: 't',
    name: 't',
    hitPolicy: 'FIRST',
    columns: [{ expression: 'x', ...(type && { type }), ...(values !== undefined && { values }) }],
    outputs: [{ name: 'row', otherwise: '0' }],
    rules: cells.map((cell, row) => ({ when: [cell], gives: [String(row + 1)] })),
  });
}

/** Which cell, counted from 1, is the first to hold; 0: none does. */
const row = (type: ValueType | undefined, cells: readonly string[], x: Constant) =>
  first(type, cells).decide({ x }).outcome;

describe('cells', () => {
  test.each<[ValueType, string, readonly Constant[], readonly Constant[]]>([
    ['number', '5', [5, 5.0], [4.999, null]],
    ['number', '-1.5, 2', [-1.5, 2], [0, 1.5]],
    ['number', '< 0.3', [0.2999, -1e9], [0.3, 0.1 + 0.2]],
    ['number', '[1..5)', [1, 4.999], [0.999, 5]],
    ['number', ']1..5[', [1.001], [1, 5]],
    ['number', 'not(1, > 4)', [2, 4], [1, 4.5, null]],
    ['number', 'null', [null], [0]],
    ['number', 'not(null)', [0, -3], [null]],
    ['number', '1, null', [1, null], [2]],
    ['number', '= 5', [5], [6]],
    ['number', '!= 5', [4, 6], [5, null]],
    ['number', '-', [5, null], []],
    ['number', '', [5, null], []],
    ['number', '-0', [0, -0], [1]],
    ['string', '"a", "绿"', ['a', '绿'], ['A', '', null]],
    ['string', '"quote\\"d\\n"', ['quote"d\n'], ['quote']],
    ['string', 'not("a")', ['b', ''], ['a', null]],
    ['string', '>= "b"', ['b', 'ba', 'c'], ['a', '']],
    ['string', '"__proto__"', ['__proto__'], ['constructor']],
    ['boolean', 'true', [true], [false, null]],
    ['boolean', 'not(true)', [false], [true, null]],
    ['date', '>= date("2022-11-17")', ['2022-11-17', '2023-01-01'], ['2022-11-16', null]],
    ['date', '@"2022-11-17"', ['2022-11-17'], ['2022-11-18']],
    ['time', '[time("07:20:00")..time("12:00:00")]', ['07:20:00', '12:00:00'], ['12:00:01']],
    [
      'date and time',
      '< date and time("2022-11-17T07:20:00+08:00")',
      ['2022-11-16T23:19:59Z', '2022-11-17T07:19'],
      ['2022-11-16T23:20:00Z', '2022-11-17T07:20:00', '2022-11-17T07:20:00@Asia/Shanghai'],
    ],
    ['days and time duration', '<= duration("PT48H")', ['P2D', 'PT1S', '-P9D'], ['PT48H1S']],
    [
      'years and months duration',
      '[duration("P1Y")..duration("P18M")]',
      ['P12M', 'P1Y6M'],
      ['P19M'],
    ],
  ])('%s %s', (type, cell, passing, failing) => {
    for (const x of passing) expect([x, row(type, [cell], x)]).toEqual([x, 1]);
    for (const x of failing) expect([x, row(type, [cell], x)]).toEqual([x, 0]);
  });

  test('a type that is nowhere said is that of the cells', () => {
    expect(row(undefined, ['< date("2022-11-17")'], '2022-11-16')).toBe(1);
    expect(first(undefined, ['null']).decide({ x: 'whatever' }).outcome).toBe(0);
  });
});

describe('what is not known', () => {
  test.each<[string, ValueType, readonly string[], string | undefined, Constant]>([
    ['under FIRST, what all that follows from', 'number', ['< 5', '< 3', '-'], undefined, null],
    ['whole numbers between two', 'integer', ['<= 3', '>= 4'], undefined, null],
    [
      'days between two',
      'date',
      ['<= date("2022-11-16")', '>= date("2022-11-17")'],
      undefined,
      null,
    ],
    ['truth', 'boolean', ['true', 'false'], undefined, null],
    ['values allowed', 'string', ['"a"', '"b"'], '"a", "b"', null],
  ])('%s', (_, type, cells, values) => {
    const same = (rows: readonly string[]): DecisionTable => ({
      id: 't',
      name: 't',
      hitPolicy: 'FIRST',
      columns: [{ expression: 'x', type, ...(values !== undefined && { values }) }],
      outputs: [{}],
      rules: rows.map((cell, i) => ({
        when: [cell],
        gives: [i === 1 && rows.length > 2 ? '"B"' : '"A"'],
      })),
    });
    expect(compile(same(cells)).decide({})).toMatchObject({ known: true, outcome: 'A', ask: [] });
  });

  test('numbers between two are not forgotten, nor null where it is asked about', () => {
    expect(first('number', ['<= 3', '>= 4']).decide({}).ask).toEqual(['x']);
    expect(first('boolean', ['true', 'false', 'null']).decide({}).ask).toEqual(['x']);
  });

  test('a missing fact is unknown, undefined too; an explicit null is known', () => {
    const rules = first('number', ['< 5', 'null']);
    expect(rules.decide({})).toMatchObject({ known: false, outcome: null, ask: ['x'] });
    expect(rules.decide({ x: undefined }).known).toBe(false);
    expect(rules.decide({ x: null })).toMatchObject({ known: true, outcome: 2 });
  });

  test('of many facts only those that matter are asked, and hostile names are only names', () => {
    const table: DecisionTable = {
      id: 't',
      name: 't',
      hitPolicy: 'FIRST',
      columns: ['__proto__', 'constructor', 'toString', '学生 年级'].map((expression) => ({
        expression,
        type: 'number',
      })),
      outputs: [{ name: '__proto__' }, { name: 'constructor' }],
      rules: [
        { when: ['< 5', '> 5', '-', '-'], gives: ['1', '"a"'] },
        { when: ['-', '-', '> 5', '-'], gives: ['2', '"b"'] },
        { when: ['-', '-', '-', '> 5'], gives: ['2', '"b"'] },
        { when: ['-', '-', '-', '-'], gives: ['2', '"b"'] },
      ],
    };
    const rules = compile(table);
    expect(rules.decide({}).ask).toEqual(['__proto__', 'constructor']);
    const answer = rules.decide(JSON.parse('{"__proto__": 1, "constructor": 6}'));
    expect(JSON.stringify(answer.outcome)).toBe('{"__proto__":1,"constructor":"a"}');
  });

  test('collected lists are known when each rule is, however the rules hang together', () => {
    const collect = (aggregation?: DecisionTable['aggregation']) =>
      compile({
        id: 't',
        name: 't',
        hitPolicy: 'COLLECT',
        ...(aggregation && { aggregation }),
        columns: [
          { expression: 'x', type: 'number' },
          { expression: 'y', type: 'number' },
        ],
        outputs: [{}],
        rules: [
          { when: ['< 5', '-'], gives: ['0.1'] },
          { when: ['>= 5', '-'], gives: ['0.1'] },
          { when: ['-', '> 1'], gives: ['0.2'] },
        ],
      });
    expect(collect().decide({ y: 2 })).toMatchObject({ known: true, outcome: [0.1, 0.2] });
    expect(collect().decide({ x: 2 })).toMatchObject({ known: false, ask: ['y'] });
    expect(collect('SUM').decide({ y: 2 }).outcome).toBe(0.3);
    expect(collect('COUNT').decide({ y: 0 }).outcome).toBe(1);
    expect(collect('MAX').decide({ y: 2 }).outcome).toBe(0.2);
    expect(collect('MIN').decide({})).toMatchObject({ known: true, outcome: 0.1 });
  });

  test('at the limit nothing is said to be known, and all that may matter is asked', () => {
    const names = Array.from({ length: 40 }, (_, i) => `f${i}`);
    const table: DecisionTable = {
      id: 't',
      name: 't',
      hitPolicy: 'FIRST',
      columns: names.map((expression) => ({ expression, type: 'number' })),
      outputs: [{}],
      rules: Array.from({ length: 400 }, (_, r) => ({
        when: names.map((_, c) =>
          (r * 7 + c * 13) % 9 === 0 ? `[${(r * c) % 50}..${50 + ((r * c) % 49)}]` : '-',
        ),
        gives: [String(r % 3)],
      })),
    };
    const answer = compile(table, { most: 5000 }).decide({});
    expect(answer).toMatchObject({ known: false, outcome: null, ask: names });
    expect(answer.because[0]).toMatchObject({ kind: 'limit' });
  });
});

describe('an answer explains itself', () => {
  const said = (
    because: readonly Because[],
    kind: Because['kind'],
    language: 'zh-CN' | 'en' = 'en',
  ) => because.filter((one) => one.kind === kind).map(({ say }) => say[language]);
  const rules = compile(school());

  test('when it is known: the rule, its clauses, why those before it do not apply, what would change it, the source', () => {
    const { because } = rules.decide(
      { code: 'green', arrival, reported: '2022-11-16T07:20:00+08:00' },
      { at },
    );
    expect(said(because, 'rule')).toEqual([
      'rule 2 applies, “may return”',
      'rule 1 (“wait”) does not apply: the health code: green, not as asked (red)',
    ]);
    expect(because[0]).toMatchObject({
      rule: 'tested',
      clauses: [
        {
          asks: 'arrival - reported',
          holds: 'passed',
          is: { en: '24 hours' },
          wants: { 'zh-CN': '0 小时 至 48 小时' },
          say: { 'zh-CN': '核酸阴性报告到到校：24 小时，符合（要求：0 小时 至 48 小时）' },
        },
      ],
    });
    expect(said(because, 'change')).toEqual([
      'the health code red would make it “wait”',
      'arrival before a negative test reported or after 18 Nov 07:20 would make it “a test first”',
      'a negative test reported before 15 Nov 07:20 or after arrival would make it “a test first”',
    ]);
    expect(said(because, 'source', 'zh-CN')).toEqual([
      '返校；版本 3；县教育局；返校通知第 3 号；有效期 2022-11-14 至 2022-11-30',
    ]);
    expect(said(because, 'appeal')).toEqual(['appeal to the county’s education bureau']);
  });

  test('a change is also told as values', () => {
    const { because } = rules.decide({ code: 'green', arrival, reported: null }, { at });
    const change = because.find((one) => one.kind === 'change' && one.outcome === 'return');
    expect(change).toMatchObject({
      facts: [
        {
          fact: 'reported',
          to: [{ least: '2022-11-15T07:20:00+08:00', most: '2022-11-17T07:20:00+08:00' }],
          say: { en: 'a negative test reported between 15 Nov 07:20 and arrival' },
        },
      ],
      say: { 'zh-CN': '若核酸阴性报告在 11月15日 07:20 与 到校 之间，则为“可以返校”' },
    });
    expect(
      rules.decide({ code: 'green', arrival, reported: null }, { at, changes: false }).because,
    ).not.toContainEqual(expect.objectContaining({ kind: 'change' }));
  });

  test('when it is not: what it may be, what is asked, which clauses are unknown', () => {
    const { because, ask } = rules.decide({ code: 'green', arrival }, { at });
    expect(ask).toEqual(['reported']);
    expect(said(because, 'open')).toEqual([
      'not known yet: it may be “a test first” or “may return”',
    ]);
    expect(said(because, 'ask', 'zh-CN')).toEqual(['还需要知道：核酸阴性报告']);
    expect(said(because, 'rule')).toEqual([
      'rule 2 (“may return”) may apply',
      'rule 3 (“a test first”) applies where none before it does',
      'rule 1 (“wait”) does not apply: the health code: green, not as asked (red)',
    ]);
  });

  test('why and what to do stand with the rule that applies', () => {
    const { because } = rules.decide({ code: 'red' }, { at });
    expect(because[0]).toMatchObject({
      status: 'applies',
      why: { 'zh-CN': '红码暂缓', en: 'a red code waits' },
      todo: { 'zh-CN': '等转绿码', en: 'wait for green' },
    });
  });

  test('two facts are named where neither alone changes it', () => {
    const rulesOfTwo = compile({
      id: 't',
      name: 't',
      hitPolicy: 'FIRST',
      columns: [
        { expression: 'a', type: 'boolean' },
        { expression: 'b', type: 'number' },
      ],
      outputs: [{ otherwise: '"no"' }],
      rules: [{ when: ['true', '>= 3'], gives: ['"yes"'] }],
    });
    const { because } = rulesOfTwo.decide({ a: false, b: 1 });
    expect(said(because, 'change')).toEqual(['a yes and b at least 3 would make it “yes”']);
    expect(said(because, 'no-rule')).toEqual(['no rule applies; the default is “no”']);
  });

  test('of a long list those that do not apply are counted', () => {
    const cells = Array.from({ length: 60 }, (_, i) => String(i));
    const { because } = first('number', cells).decide({ x: 50 });
    expect(said(because, 'rule')).toHaveLength(21);
    expect(said(because, 'others')).toEqual(['30 more rules are not listed']);
  });
});

describe('refused', () => {
  const faultsOf = (facts: unknown, options: { at?: string } = { at }) => {
    try {
      compile(school()).decide(facts as Facts, options);
    } catch (error) {
      if (error instanceof InvalidFacts)
        return error.faults.map(({ code, at: place }) => [code, place]);
      throw error;
    }
    return [];
  };

  test.each<[string, unknown, { at?: string } | undefined, string[][]]>([
    [
      'a fact of another type',
      { arrival: 5, code: 'green' },
      undefined,
      [['wrong-type', 'arrival']],
    ],
    ['no moment', { arrival: '2022-02-30T07:20:00+08:00' }, undefined, [['wrong-type', 'arrival']]],
    ['a value that is not allowed', { code: 'purple' }, undefined, [['not-allowed', 'code']]],
    ['no facts', null, undefined, [['not-facts', '']]],
    ['a list', [], undefined, [['not-facts', '']]],
    ['no clock', {}, {}, [['no-clock', 'at']]],
    ['a broken clock', {}, { at: 'now' }, [['bad-clock', 'at']]],
    ['a moment before', {}, { at: '2022-11-13T23:59:59+08:00' }, [['not-in-force', 'at']]],
    ['a moment after', {}, { at: '2022-12-01T00:00:00+08:00' }, [['not-in-force', 'at']]],
  ])('%s', (_, facts, options, expected) => {
    expect(faultsOf(facts, options)).toEqual(expected);
  });

  test('the last day counts whole', () => {
    expect(faultsOf({}, { at: '2022-11-30T23:59:59+08:00' })).toEqual([]);
  });
});

test('a difference is null only where a missing fact may be', () => {
  const rules = compile({
    id: 't',
    name: 't',
    hitPolicy: 'FIRST',
    columns: ['y - x', 'y'].map((expression) => ({ expression, type: 'number' })),
    outputs: [{ otherwise: '"C"' }],
    rules: [
      { when: ['-', 'null'], gives: ['"B"'] },
      { when: ['< 5', '-'], gives: ['"A"'] },
      { when: ['>= 5', '-'], gives: ['"A"'] },
    ],
  });
  expect(rules.decide({ y: 2 })).toMatchObject({ known: true, outcome: 'A' });
  expect(rules.decide({ x: 2 })).toMatchObject({ known: false, ask: ['y'] });
  expect(rules.decide({ y: null })).toMatchObject({ known: true, outcome: 'B' });
});

test('of days that hang together bounds are told as days', () => {
  const rules = compile({
    id: 't',
    name: 't',
    hitPolicy: 'FIRST',
    facts: [
      { name: 'day', type: 'date' },
      { name: 'visited', type: 'date' },
    ],
    columns: [
      { expression: 'day - visited', type: 'days and time duration' },
      { expression: 'day', type: 'date' },
    ],
    outputs: [{}],
    rules: [
      { when: ['< duration("P3D")', '>= date("2022-11-17")'], gives: ['"no"'] },
      { when: ['-', '-'], gives: ['"yes"'] },
    ],
  });
  const changes = (facts: Facts) =>
    rules.decide(facts).because.flatMap(({ kind, say }) => (kind === 'change' ? [say.en] : []));
  // Ten days before, whatever the day is: early enough on the 17th, or the day is before it.
  expect(rules.decide({ visited: '2022-11-10' })).toMatchObject({ known: true, outcome: 'yes' });
  expect(changes({ visited: '2022-11-16' })).toEqual([
    'day no later than 16 Nov 2022 or no earlier than 19 Nov 2022 would make it “yes”',
    'day between 17 Nov 2022 and 18 Nov 2022 would make it “no”',
  ]);
});

test('the clock is a fact like any other: now()', () => {
  const rules = compile({
    id: 't',
    name: 't',
    hitPolicy: 'FIRST',
    columns: [{ expression: 'now() - reported', type: 'days and time duration' }],
    outputs: [{ otherwise: '"old"' }],
    rules: [{ when: ['<= duration("PT48H")'], gives: ['"fresh"'] }],
  });
  const decide = (clock: string) =>
    rules.decide({ reported: '2022-11-15T07:20:00+08:00' }, { at: clock }).outcome;
  expect(decide('2022-11-17T07:20:00+08:00')).toBe('fresh');
  expect(decide('2022-11-17T07:20:01+08:00')).toBe('old');
});

test('the same facts, the same answer, and nothing is changed by asking', () => {
  const rules = compile(school());
  const facts = Object.freeze({ code: 'green', arrival });
  const before = JSON.stringify(rules.decide(facts, { at }));
  rules.decide({ code: 'red' }, { at });
  expect(JSON.stringify(rules.decide(facts, { at }))).toBe(before);
});
