import { describe, expect, test } from 'vitest';
import { compile, publish } from '../compile/compile.ts';
import { InvalidDmn } from '../refuse/refusals.ts';
import { school } from '../school.fixture.ts';
import { readDmn } from './read-dmn.ts';
import { writeDmn } from './write-dmn.ts';

const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

const file = (decision: string, { before = '', model = MODEL } = {}) =>
  `<?xml version="1.0"?><definitions xmlns="${model}" id="d" name="d" namespace="x">${before}${decision}</definitions>`;

const decision = (
  input: string,
  cell: string,
  { table = 'hitPolicy="FIRST"', gives = '"yes"' } = {},
) =>
  `<decision id="a" name="A"><decisionTable ${table}><input id="i" label="Age">${input}</input><output name="o" typeRef="string"/><rule id="r"><inputEntry id="c"><text>${cell}</text></inputEntry><outputEntry><text>${gives}</text></outputEntry></rule></decisionTable></decision>`;

const asks = (name: string, type = 'typeRef="number"') =>
  `<inputExpression ${type}><text>${name}</text></inputExpression>`;

async function refused(text: string): Promise<string[]> {
  try {
    await readDmn(text);
  } catch (error) {
    if (!(error instanceof InvalidDmn)) throw error;
    for (const { cause, remedy } of error.faults) {
      expect(cause['zh-CN'] + remedy['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(error.message).toContain(cause.en);
    }
    return error.faults.map(({ code }) => code);
  }
  return [];
}

test('a table goes out and comes in again as it was', async () => {
  const table = school({ aggregation: 'COUNT', hitPolicy: 'COLLECT' });
  expect(await readDmn(await writeDmn(table))).toEqual([table]);
  const other = {
    ...school({ id: 'other' }),
    rules: school().rules.map((rule) => ({ ...rule, id: `other-${rule.id}` })),
  };
  expect(await readDmn(await writeDmn(school(), other))).toEqual([school(), other]);
});

describe('files from elsewhere', () => {
  test.each([
    'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
    'http://www.omg.org/spec/DMN/20180521/MODEL/',
    MODEL,
    'https://www.omg.org/spec/DMN/20211108/MODEL/',
    'https://www.omg.org/spec/DMN/20230324/MODEL/',
  ])('edition %s', async (model) => {
    const input = asks('age', 'typeRef="feel:number"');
    const [table] = await readDmn(file(decision(input, '&lt; 18'), { model }));
    expect(compile(table).decide({ age: 17 }).outcome).toBe('yes');
    expect(table.rules[0]).toMatchObject({ id: 'r', cells: ['c'] });
  });

  test('types and allowed values of item definitions are followed', async () => {
    const before =
      '<itemDefinition name="tColour"><typeRef>tText</typeRef><allowedValues><text>"red", "green"</text></allowedValues></itemDefinition><itemDefinition name="tText"><typeRef>string</typeRef></itemDefinition><inputData id="x" name="Colour"><variable name="Colour" typeRef="tColour"/></inputData>';
    const [table] = await readDmn(file(decision(asks('Colour', ''), '"red"'), { before }));
    expect(table.columns[0]).toMatchObject({ type: 'string', values: '"red", "green"' });
    expect(compile(table).decide({}).ask).toEqual(['Colour']);
  });

  test('a name that is declared may hold what names usually cannot', async () => {
    const before =
      '<inputData id="x" name="age - in years"><variable name="age - in years" typeRef="number"/></inputData>';
    const [table] = await readDmn(file(decision(asks('age - in years'), '&gt;= 18'), { before }));
    expect(compile(table).decide({ 'age - in years': 18 }).outcome).toBe('yes');
  });

  test('without a hit policy it is UNIQUE, and an empty cell asks nothing', async () => {
    const [table] = await readDmn(file(decision(asks('age'), '', { table: '' })));
    expect(table.hitPolicy).toBe('UNIQUE');
    expect(compile(table).decide({}).outcome).toBe('yes');
  });

  test('what other programs keep beside the table does no harm', async () => {
    const beside =
      '<extensionElements><z:any xmlns:z="urn:z" a="1"><z:deep/></z:any></extensionElements>';
    const text = file(
      decision(asks('age'), '5').replace('<decisionTable', `${beside}<decisionTable`),
      {
        before: '<knowledgeSource id="k" name="k"/>',
      },
    );
    expect(await readDmn(text)).toHaveLength(1);
  });

  test('what later editions have outside of tables is passed over', async () => {
    const before =
      '<itemDefinition name="t"><typeRef>string</typeRef><typeConstraint><text>"a"</text></typeConstraint></itemDefinition>';
    expect(await readDmn(file(decision(asks('age'), '5'), { before }))).toHaveLength(1);
  });

  test('hostile names stay names', async () => {
    const text = file(
      decision(asks('__proto__'), '5').replaceAll(
        'name="A"',
        'name="constructor" __proto__="x" constructor="y"',
      ),
    );
    const [table] = await readDmn(text);
    expect(table.name).toBe('constructor');
    expect(compile(table).decide({}).ask).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('refused', () => {
  const good = file(decision(asks('age'), '5'));
  test.each<[string, string, string]>([
    ['nothing', '', 'broken-xml'],
    ['no XML', '{"a": 1}', 'broken-xml'],
    ['an end that is missing', good.slice(0, -20), 'broken-xml'],
    ['what is not closed', good.replace('</rule>', ''), 'broken-xml'],
    ['an id twice', good.replace('id="c"', 'id="r"'), 'broken-xml'],
    [
      'an element that DMN has not',
      good.replace('<rule ', '<rul ').replace('</rule>', '</rul>'),
      'broken-xml',
    ],
    [
      'entities',
      good.replace('?>', '?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
      'doctype',
    ],
    ['another root', '<html/>', 'not-dmn'],
    ['DMN 1.0', good.replace(MODEL, 'http://www.omg.org/spec/DMN/20130901'), 'not-dmn'],
    [
      'no table',
      file(
        '<decision id="a" name="A"><literalExpression><text>1</text></literalExpression></decision>',
      ),
      'no-table',
    ],
    [
      'another language',
      good.replace('<inputExpression', '<inputExpression expressionLanguage="juel"'),
      'unsupported-language',
    ],
    ['a hit policy', good.replace('FIRST', 'PRIORITY'), 'unknown-hit-policy'],
    ['a type', good.replace('typeRef="number"', 'typeRef="tAge"'), 'unknown-type'],
    [
      'a type in a circle',
      file(decision(asks('age', 'typeRef="a"'), '5'), {
        before: '<itemDefinition name="a"><typeRef>a</typeRef></itemDefinition>',
      }),
      'unknown-type',
    ],
    ['a file too large', ' '.repeat(20_000_001), 'too-large'],
    [
      'elements without end',
      good.replace('<rule ', `${'<rule>'.repeat(100_000)}<rule `),
      'broken-xml',
    ],
  ])('%s', async (_, text, code) => {
    expect(await refused(text)).toEqual([code]);
  });

  test('an entity that nobody defined stays text', async () => {
    const [table] = await readDmn(file(decision(asks('age'), '5', { gives: '"&lol;"' })));
    expect(compile(table).decide({ age: 5 }).outcome).toBe('&lol;');
  });

  test('what XML cannot hold, or a file cannot hold twice, is not written', async () => {
    await expect(writeDmn(school(), school({ id: 'other' }))).rejects.toThrow(/id “red” twice/);
    const facts = [{ name: 'code' }];
    await expect(writeDmn(school(), school({ id: 'b', rules: [], facts }))).rejects.toThrow(
      /fact code/,
    );
    await expect(writeDmn(school({ name: 'a\u0000b' }))).rejects.toThrow(/name \(broken-xml\)/);
  });
});

test('a large table comes in and is published', async () => {
  const rules = Array.from({ length: 1000 }, (_, r) => ({
    when: Array.from({ length: 60 }, (__, c) =>
      c === 0 ? String(r) : c === 1 + (r % 59) ? '> 5' : '-',
    ),
    gives: [`"${r}"`],
  }));
  const table = {
    id: 'large',
    name: 'large',
    hitPolicy: 'UNIQUE' as const,
    columns: Array.from({ length: 60 }, (_, c) => ({
      expression: `f${c}`,
      type: 'number' as const,
    })),
    outputs: [{ name: 'o', otherwise: '"none"' }],
    rules,
  };
  const [again] = await readDmn(await writeDmn(table));
  expect(again).toEqual(table);
  expect(publish(again).decide({ f0: 7 })).toMatchObject({ known: false, ask: ['f8'] });
});
