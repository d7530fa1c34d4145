import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.fixture.ts';

let cwd: string;

/** As modelers write it: a prefix of its own, an older edition, ids on cells. */
const dmn = (hitPolicy: string, rules: readonly (readonly [when: string, gives: string])[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<semantic:definitions xmlns:semantic="http://www.omg.org/spec/DMN/20180521/MODEL/" id="d" name="hours" namespace="x">
  <semantic:decision id="hours-rule" name="hours rule">
    <semantic:decisionTable hitPolicy="${hitPolicy}">
      <semantic:input label="小时"><semantic:inputExpression typeRef="number"><semantic:text>hours</semantic:text></semantic:inputExpression></semantic:input>
      <semantic:output name="outcome" typeRef="string"/>
      ${rules.map(([when, gives], i) => `<semantic:rule id="r${i}"><semantic:inputEntry id="cell-${i}"><semantic:text><![CDATA[${when}]]></semantic:text></semantic:inputEntry><semantic:outputEntry><semantic:text>"${gives}"</semantic:text></semantic:outputEntry></semantic:rule>`).join('\n      ')}
    </semantic:decisionTable>
  </semantic:decision>
</semantic:definitions>
`;

const school = dmn('FIRST', [
  ['<= 48', 'return'],
  ['-', 'test first'],
]);

const files: Record<string, string> = {
  'school.dmn': school,
  'always.dmn': dmn('FIRST', [
    ['< 5', 'A'],
    ['< 3', 'B'],
    ['-', 'A'],
  ]),
  'overlap.dmn': dmn('UNIQUE', [
    ['< 5', 'A'],
    ['> 3', 'B'],
  ]),
  'cell.dmn': dmn('FIRST', [
    ['< 5 6', 'A'],
    ['-', 'B'],
  ]),
  'gap.dmn': dmn('UNIQUE', [['< 5', 'A']]),
  'two.dmn': school.replace(
    '</semantic:definitions>',
    `${/<semantic:decision [^]*<\/semantic:decision>/
      .exec(school)?.[0]
      .replace('hours-rule', 'other')
      .replaceAll(/ id="(r|cell-)/g, ' id="other-$1')}</semantic:definitions>`,
  ),
  'broken.dmn': school.slice(0, -60),
  'twice.dmn': school.replace('id="r1"', 'id="r0"'),
  'misspelt.dmn': school.replaceAll('semantic:rule', 'semantic:rul'),
  'bomb.dmn': school.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
  'dated.dmn': school.replace(
    '<semantic:decisionTable',
    '<semantic:extensionElements><lbw:issue xmlns:lbw="urn:liangbuwu:rules:1" version="2" from="2022-11-16" until="2022-11-30"><lbw:issuer zh="市教育局" en="the city’s education bureau"/></lbw:issue></semantic:extensionElements><semantic:decisionTable',
  ),
  'one.json': '{"hours": 30}',
  'none.json': '{"name": "somebody"}',
  'null.json': '{"hours": null}',
  'many.json': '[{"hours": 30}, {}, {"hours": 50}]',
  'empty.json': '[]',
  'text.json': '[{"hours": 30}, {"hours": "30"}, 7]',
  'cut.json': '{"hours": 3',
  'proto.json': '{"__proto__": {"hours": 30}, "constructor": 1}',
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), '判断 decide-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
});

afterAll(() => rmSync(cwd, { recursive: true }));

const decide = (...args: string[]) => runCli(['decide', ...args], { cwd });

test.each([
  ['one.json', { known: true, outcome: 'return', ask: [] }],
  ['none.json', { known: false, outcome: null, ask: ['hours'] }],
  ['null.json', { known: true, outcome: 'test first', ask: [] }],
  ['proto.json', { known: false, outcome: null, ask: ['hours'] }],
])('%s: one object is answered with one', async (file, expected) => {
  const ran = await decide('school.dmn', file);
  expect(ran).toMatchObject({ status: 0, lines: [] });
  const answer = JSON.parse(ran.out);
  expect(Object.keys(answer)).toEqual(['known', 'outcome', 'ask', 'applies', 'because']);
  expect(answer).toMatchObject(expected);
  for (const { say } of answer.because) {
    expect(say['zh-CN']).toMatch(/\p{Script=Han}|hours rule/u);
    expect(say.en).toMatch(/[a-z]/);
  }
});

test('a list is answered with a list in its order', async () => {
  const ran = await decide('school.dmn', 'many.json');
  expect(ran).toMatchObject({ status: 0, lines: [] });
  const outcomes = JSON.parse(ran.out).map(({ outcome }: { outcome: unknown }) => outcome);
  expect(outcomes).toEqual(['return', null, 'test first']);
  expect(JSON.parse((await decide('school.dmn', 'empty.json')).out)).toEqual([]);
});

test('what every completion shares is known, and a rule that is never reached is told', async () => {
  const ran = await decide('always.dmn', 'none.json');
  expect(ran.status).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ known: true, outcome: 'A', ask: [] });
  expect(ran.lines.join('\n')).toMatch(/^always\.dmn#rules\[1\].*\[rule-never\]$/);
});

test('a gap is told, and does not keep from answering what is not in it', async () => {
  const ran = await decide('gap.dmn', 'one.json');
  expect(JSON.parse(ran.out)).toMatchObject({ known: true, outcome: null });
  expect(ran.lines.join('\n')).toMatch(/gap\.dmn#rules: .*at least 5;.*\[gap\]$/);
});

test('of a dated table --at is the clock', async () => {
  const at = (time: string) => decide('dated.dmn', 'one.json', '--at', time);
  const inside = await at('2022-11-17T07:20:00+08:00');
  expect(inside).toMatchObject({ status: 0, lines: [] });
  const source = JSON.parse(inside.out).because.find(
    ({ kind }: { kind: string }) => kind === 'source',
  );
  expect(source).toMatchObject({ version: '2', from: '2022-11-16', until: '2022-11-30' });
  for (const time of ['2022-11-15T23:59:59+08:00', '2022-12-01T00:00:00+08:00']) {
    const outside = await at(time);
    expect(outside).toMatchObject({ status: 2, out: '' });
    expect(outside.lines.join('\n')).toMatch(/^--at: .*\[not-in-force\]$/);
  }
});

test('of several decisions one is named', async () => {
  const ran = await decide('two.dmn', 'one.json', '--decision', 'other');
  expect(ran).toMatchObject({ status: 0, lines: [] });
});

test.each([
  [
    'an overlap',
    ['overlap.dmn', 'one.json'],
    /^overlap\.dmn#rules\[1\]\.when\[0\] \(cell-1\): .*\[overlap\]$/m,
  ],
  [
    'a cell that cannot be read',
    ['cell.dmn', 'one.json'],
    /\(cell-0\): .*第 1 条.*rule 1, column “小时”.*\[unreadable-cell\]$/m,
  ],
  ['broken XML', ['broken.dmn', 'one.json'], /^broken\.dmn: .*\[broken-xml\]$/m],
  ['an id that stands twice', ['twice.dmn', 'one.json'], /“r0” twice.*\[broken-xml\]$/m],
  ['an element misspelt', ['misspelt.dmn', 'one.json'], /<rul>.*\[broken-xml\]$/m],
  ['an entity', ['bomb.dmn', 'one.json'], /\[doctype\]$/m],
  ['JSON for a table', ['one.json', 'one.json'], /\[broken-xml\]$/m],
  ['broken JSON', ['school.dmn', 'cut.json'], /^cut\.json#: .*\[json-syntax\]$/m],
  [
    'facts of another type',
    ['school.dmn', 'text.json'],
    /^text\.json#\/1\/hours: .*\[wrong-type\]\ntext\.json#\/2: .*\[not-facts\]$/m,
  ],
  ['two decisions', ['two.dmn', 'one.json'], /--decision: hours-rule \(hours rule\), other/],
  [
    'a decision that is not there',
    ['school.dmn', 'one.json', '--decision', 'x'],
    /\[which-decision\]$/m,
  ],
  ['no time', ['school.dmn', 'one.json', '--at', 'noon'], /^--at: .*\[bad-clock\]$/m],
  ['a missing file', ['school.dmn', 'nobody.json'], /there is no such file/],
  ['one file', ['school.dmn'], /wrong-file-count/],
])('status 2 and nothing printed for %s', async (_, args, pattern) => {
  const ran = await decide(...args);
  expect(ran).toMatchObject({ status: 2, out: '' });
  expect(ran.lines.join('\n')).toMatch(pattern);
  expect(ran.lines[0]).toMatch(/\p{Script=Han}/u);
});
