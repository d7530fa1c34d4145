import { findInstant } from '../decide/in-force.ts';
import { findOffset } from '../sfeel/value.ts';
import type { DecisionTable } from '../table.ts';
import { type FaultList, say } from './fault.ts';

/** A table has no more than these. */
export const MOST_RULES = 2000;
export const MOST_COLUMNS = 100;
export const MOST_CELLS = 100_000;
export const MOST_LENGTH = 2_000_000;

const HIT_POLICIES = ['UNIQUE', 'FIRST', 'ANY', 'COLLECT'];
const AGGREGATIONS = ['SUM', 'MIN', 'MAX', 'COUNT'];
const TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
];

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value from anywhere has the shape of a table: its lists, texts, names and counts. */
export function shapeFaults(table: unknown, faults: FaultList): table is DecisionTable {
  if (!isRecord(table, '', faults)) return false;
  needText(table['id'], 'id', faults);
  needText(table['name'], 'name', faults);
  oneOf(table['hitPolicy'], 'hitPolicy', HIT_POLICIES, 'unknown-hit-policy', faults);
  const { aggregation } = table;
  if (aggregation !== undefined) {
    oneOf(aggregation, 'aggregation', AGGREGATIONS, 'unknown-aggregation', faults);
  }
  const columns = listOf(table['columns'], 'columns', faults);
  const outputs = listOf(table['outputs'], 'outputs', faults);
  const rules = listOf(table['rules'], 'rules', faults);
  if (outputs.length === 0 && Array.isArray(table['outputs'])) {
    faults.add(
      'missing',
      'outputs',
      say('没有结果列', 'is empty'),
      say('至少写一个结果列', 'give one output at least'),
    );
  }
  if (aggregation !== undefined && outputs.length > 1) {
    faults.add(
      'aggregation-needs-number',
      'outputs',
      say('有几个结果列，不能汇总', 'has several outputs, which cannot be aggregated'),
      say('只留一个结果列', 'leave one output'),
    );
  }
  if (isTooLarge(columns.length, rules.length, faults)) return false;
  readIssue(table['issue'], faults);
  readFacts(table['facts'], faults);
  columns.forEach((column, c) => {
    if (!isRecord(column, `columns[${c}]`, faults)) return;
    needText(column['expression'], `columns[${c}].expression`, faults);
    maybeText(column['label'], `columns[${c}].label`, faults);
    maybeText(column['values'], `columns[${c}].values`, faults);
    maybeSay(column['say'], `columns[${c}].say`, faults);
    maybeType(column['type'], `columns[${c}].type`, faults);
  });
  const names = new Set<unknown>();
  outputs.forEach((output, o) => {
    const at = `outputs[${o}]`;
    if (!isRecord(output, at, faults)) return;
    for (const key of ['values', 'otherwise', 'label'])
      maybeText(output[key], `${at}.${key}`, faults);
    maybeType(output['type'], `${at}.type`, faults);
    readWords(output['words'], `${at}.words`, faults);
    if (outputs.length === 1) return maybeText(output['name'], `${at}.name`, faults);
    needText(output['name'], `${at}.name`, faults);
    if (names.has(output['name'])) twice(`${at}.name`, faults);
    names.add(output['name']);
  });
  rules.forEach((rule, r) => readRule(rule, `rules[${r}]`, columns.length, outputs.length, faults));
  readRuleIds(rules, faults);
  if (!faults.barred) readLength(rules, faults);
  return !faults.barred;
}

function isTooLarge(columns: number, rules: number, faults: FaultList): boolean {
  if (rules <= MOST_RULES && columns <= MOST_COLUMNS && rules * columns <= MOST_CELLS) return false;
  faults.add(
    'too-large',
    'rules',
    say(
      `有 ${rules} 条、${columns} 列；至多 ${MOST_RULES} 条、${MOST_COLUMNS} 列、${MOST_CELLS} 格`,
      `has ${rules} rules and ${columns} columns; there may be ${MOST_RULES}, ${MOST_COLUMNS}, and ${MOST_CELLS} cells`,
    ),
    say('分成几张表', 'divide it into several tables'),
  );
  return true;
}

function readRule(
  rule: unknown,
  at: string,
  columns: number,
  outputs: number,
  faults: FaultList,
): void {
  if (!isRecord(rule, at, faults)) return;
  for (const [key, wanted] of [
    ['when', columns],
    ['gives', outputs],
  ] as const) {
    const list = listOf(rule[key], `${at}.${key}`, faults);
    list.forEach((cell, i) => {
      if (typeof cell !== 'string') wrongType(`${at}.${key}[${i}]`, say('文字', 'a text'), faults);
    });
    if (Array.isArray(rule[key]) && list.length !== wanted) {
      faults.add(
        'cell-count',
        `${at}.${key}`,
        say(`有 ${list.length} 格，应有 ${wanted} 格`, `has ${list.length} cells, not ${wanted}`),
        say('每一列写一格，不限的写 -', 'give a cell for each column, - where anything will do'),
      );
    }
  }
  maybeText(rule['id'], `${at}.id`, faults);
  for (const key of ['annotations', 'cells']) {
    if (rule[key] !== undefined) listOf(rule[key], `${at}.${key}`, faults);
  }
}

function readLength(rules: readonly unknown[], faults: FaultList): void {
  let length = 0;
  for (const rule of rules as readonly DecisionTable['rules'][number][]) {
    for (const cell of [...rule.when, ...rule.gives]) length += cell.length;
  }
  if (length <= MOST_LENGTH) return;
  faults.add(
    'too-large',
    'rules',
    say(
      `单元格共有 ${length} 个字符，多于 ${MOST_LENGTH}`,
      `has ${length} characters in its cells, over ${MOST_LENGTH}`,
    ),
    say('分成几张表', 'divide it into several tables'),
  );
}

function readRuleIds(rules: readonly unknown[], faults: FaultList): void {
  const ids = new Set<unknown>();
  rules.forEach((rule, r) => {
    const id = (rule as Fields | null)?.['id'];
    if (id !== undefined && ids.has(id)) twice(`rules[${r}].id`, faults);
    ids.add(id);
  });
}

function readIssue(issue: unknown, faults: FaultList): void {
  if (issue === undefined || !isRecord(issue, 'issue', faults)) return;
  const { zone = '+08:00' } = issue;
  const offset = typeof zone === 'string' ? findOffset(zone) : undefined;
  if (offset === undefined) {
    faults.add(
      'bad-zone',
      'issue.zone',
      say('不是时差', 'is no offset'),
      say('写 +08:00 这样的时差', 'give an offset such as +08:00'),
    );
  }
  for (const key of ['from', 'until'] as const) {
    const text = issue[key];
    if (text === undefined) continue;
    if (typeof text === 'string' && findInstant(text, offset ?? 0, key === 'until') !== undefined)
      continue;
    faults.add(
      'bad-date',
      `issue.${key}`,
      say('不是日期或时刻', 'is neither a date nor a moment'),
      say(
        '写 2022-11-17 或 2022-11-17T07:20:00+08:00',
        'give 2022-11-17 or 2022-11-17T07:20:00+08:00',
      ),
    );
  }
  maybeText(issue['version'], 'issue.version', faults);
  for (const key of ['issuer', 'document', 'appeal']) maybeSay(issue[key], `issue.${key}`, faults);
}

function readFacts(facts: unknown, faults: FaultList): void {
  if (facts === undefined) return;
  const names = new Set<unknown>();
  listOf(facts, 'facts', faults).forEach((fact, i) => {
    const at = `facts[${i}]`;
    if (!isRecord(fact, at, faults)) return;
    needText(fact['name'], `${at}.name`, faults);
    if (names.has(fact['name'])) twice(`${at}.name`, faults);
    names.add(fact['name']);
    maybeType(fact['type'], `${at}.type`, faults);
    maybeSay(fact['say'], `${at}.say`, faults);
    maybeSay(fact['unit'], `${at}.unit`, faults);
    readWords(fact['values'], `${at}.values`, faults);
  });
}

function readWords(words: unknown, at: string, faults: FaultList): void {
  if (words === undefined) return;
  listOf(words, at, faults).forEach((value, v) => {
    if (isRecord(value, `${at}[${v}]`, faults)) {
      maybeSay(value['say'], `${at}[${v}].say`, faults, true);
    }
  });
}

function isRecord(value: unknown, at: string, faults: FaultList): value is Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
  if (value === undefined) missing(at, say('对象', 'an object'), faults);
  else wrongType(at, say('对象', 'an object'), faults);
  return false;
}

function listOf(value: unknown, at: string, faults: FaultList): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined) missing(at, say('列表', 'a list'), faults);
  else wrongType(at, say('列表', 'a list'), faults);
  return [];
}

function needText(value: unknown, at: string, faults: FaultList): void {
  if (value === undefined || value === '') missing(at, say('文字', 'a text'), faults);
  else maybeText(value, at, faults);
}

function maybeText(value: unknown, at: string, faults: FaultList): void {
  if (value !== undefined && typeof value !== 'string')
    wrongType(at, say('文字', 'a text'), faults);
}

function maybeSay(value: unknown, at: string, faults: FaultList, needed = false): void {
  if (value === undefined && !needed) return;
  if (!isRecord(value, at, faults)) return;
  needText(value['zh-CN'], `${at}.zh-CN`, faults);
  needText(value['en'], `${at}.en`, faults);
}

function maybeType(value: unknown, at: string, faults: FaultList): void {
  if (value !== undefined) oneOf(value, at, TYPES, 'unknown-type', faults);
}

function oneOf(
  value: unknown,
  at: string,
  known: readonly string[],
  code: 'unknown-hit-policy' | 'unknown-aggregation' | 'unknown-type',
  faults: FaultList,
): void {
  if (value === undefined) missing(at, say(known.join('、'), known.join(', ')), faults);
  else if (!known.includes(value as string)) {
    const found = typeof value === 'string' ? value.slice(0, 40) : typeof value;
    faults.add(
      code,
      at,
      say(`“${found}”不支持`, `is “${found}”, which is not supported`),
      say(`写 ${known.join('、')} 之一`, `give one of ${known.join(', ')}`),
    );
  }
}

function missing(at: string, wanted: { 'zh-CN': string; en: string }, faults: FaultList): void {
  faults.add(
    'missing',
    at,
    say('缺少', 'is missing'),
    say(`写${wanted['zh-CN']}`, `give ${wanted.en}`),
  );
}

function wrongType(at: string, wanted: { 'zh-CN': string; en: string }, faults: FaultList): void {
  faults.add(
    'wrong-type',
    at,
    say(`应为${wanted['zh-CN']}`, `is not ${wanted.en}`),
    say(`写${wanted['zh-CN']}`, `give ${wanted.en}`),
  );
}

function twice(at: string, faults: FaultList): void {
  faults.add(
    'id-twice',
    at,
    say('已经有了', 'is another’s already'),
    say('换一个', 'give another'),
  );
}
