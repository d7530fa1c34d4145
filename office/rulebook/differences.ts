import { type Say, say } from '../http/say.ts';
import { admits } from './admits.ts';
import { inBeijing } from './beijing.ts';
import { noteOf, sayCell, sayColumn, sayOutcome, type Told, wordsOfColumn } from './cell.ts';
import type { Purpose, RuleVersion } from './rulebook.ts';
import type { DecisionTable, Rule } from './table.ts';

/** One thing that a version changed, in words. */
export interface Difference {
  what:
    | 'rule-added'
    | 'rule-removed'
    | 'rule-moved'
    | 'cell'
    | 'outcome'
    | 'admits'
    | 'note'
    | 'column'
    | 'head'
    | 'case';
  /** Where, in the later version; of what is gone, in the earlier. */
  where: Say;
  before: Say | null;
  after: Say | null;
}

type Compared = Pick<
  RuleVersion,
  'from' | 'until' | 'issuer' | 'document' | 'appeal' | 'source' | 'table' | 'cases'
>;

/** What changed from one version to another, rule by rule and cell by cell. */
export function differences(before: Compared, after: Compared, purpose: Purpose): Difference[] {
  return [
    ...heads(before, after),
    ...columns(before.table, after.table),
    ...admitting(before.table, after.table, purpose),
    ...rules(before.table, after.table),
    ...cases(before, after),
  ];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const headWords = {
  from: say('开始', 'Begins'),
  until: say('结束', 'Ends'),
  issuer: say('发布机关', 'Issuer'),
  document: say('文件', 'Document'),
  source: say('出处', 'Source'),
  appeal: say('申诉', 'Appeal'),
} as const;

function heads(before: Compared, after: Compared): Difference[] {
  const found: Difference[] = [];
  for (const [field, where] of Object.entries(headWords) as [keyof typeof headWords, Say][]) {
    const [a, b] = [before[field], after[field]];
    if (same(a, b)) continue;
    found.push({ what: 'head', where, before: asSay(a), after: asSay(b) });
  }
  if (before.table.hitPolicy !== after.table.hitPolicy)
    found.push({
      what: 'head',
      where: say('几条都适用时', 'Where several rules apply'),
      before: hitWords[before.table.hitPolicy],
      after: hitWords[after.table.hitPolicy],
    });
  return found;
}

export const hitWords: Record<DecisionTable['hitPolicy'], Say> = {
  UNIQUE: say('只能有一条适用', 'at most one may apply'),
  FIRST: say('从上往下，第一条适用的算', 'the first from above counts'),
  ANY: say('可以几条，结果须一致', 'several may apply if they agree'),
  COLLECT: say('几条都算', 'all of them count'),
};

const local = (instant: string) => inBeijing(instant).slice(0, 16).replace('T', ' ');

function asSay(value: string | Say | null): Say | null {
  if (typeof value !== 'string') return value;
  const text = /^\d{4}-\d{2}-\d{2}T/.test(value) ? local(value) : value;
  return say(text, text);
}

function columns(before: DecisionTable, after: DecisionTable): Difference[] {
  const named = (table: DecisionTable) =>
    new Map(table.columns.map((column) => [column.expression, sayColumn(table, column)]));
  const [was, is] = [named(before), named(after)];
  const where = say('所问的事实', 'Facts asked');
  const gone = [...was].filter(([expression]) => !is.has(expression));
  const added = [...is].filter(([expression]) => !was.has(expression));
  return [
    ...gone.map(([, words]): Difference => ({ what: 'column', where, before: words, after: null })),
    ...added.map(
      ([, words]): Difference => ({ what: 'column', where, before: null, after: words }),
    ),
  ];
}

const admitsWords = {
  yes: say('放行，可发通行证', 'lets through: a pass may be issued'),
  no: say('不放行', 'lets nobody through'),
};

/** Outcomes that let through in one version and not in the other; one that is new, or gone, only if it lets through. */
function admitting(before: DecisionTable, after: DecisionTable, purpose: Purpose): Difference[] {
  const named = ({ outputs }: DecisionTable) =>
    new Map(
      outputs[0]?.words?.map((one) => {
        const lets = admits(purpose, outputs, one.value);
        return [one.value, { words: one.say, lets, said: admitsWords[lets ? 'yes' : 'no'] }];
      }),
    );
  const [was, is] = [named(before), named(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((value): Difference[] => {
    const [a, b] = [was.get(value), is.get(value)];
    const words = (b ?? a)?.words;
    if (!words || (a?.lets ?? false) === (b?.lets ?? false)) return [];
    const where = say(`结果“${words['zh-CN']}”`, `The outcome “${words.en}”`);
    return [{ what: 'admits', where, before: a?.said ?? null, after: b?.said ?? null }];
  });
}

function rules(before: DecisionTable, after: DecisionTable): Difference[] {
  const pairs = pairUp(before, after);
  const found: Difference[] = [];
  before.rules.forEach((rule, row) => {
    if ([...pairs.values()].includes(row)) return;
    found.push({
      what: 'rule-removed',
      where: rowWords(row),
      before: sayRule(before, rule),
      after: null,
    });
  });
  let last = -1;
  after.rules.forEach((rule, row) => {
    const from = pairs.get(row);
    const old = from === undefined ? undefined : before.rules[from];
    if (from === undefined || !old) {
      const added = sayRule(after, rule);
      found.push({ what: 'rule-added', where: rowWords(row), before: null, after: added });
      return;
    }
    if (from < last)
      found.push({
        what: 'rule-moved',
        where: rowWords(row),
        before: rowWords(from),
        after: rowWords(row),
      });
    last = Math.max(last, from);
    found.push(...within(before, old, after, rule, row));
  });
  return found;
}

const rowWords = (row: number) => say(`第 ${row + 1} 条`, `Rule ${row + 1}`);

/** By row of the later table the row that it was before: by id, else by what it asks, else by its place. */
function pairUp(before: DecisionTable, after: DecisionTable): Map<number, number> {
  const pairs = new Map<number, number>();
  const left = new Set(before.rules.keys());
  const take = (fits: (old: Rule, rule: Rule, from: number, row: number) => boolean) => {
    after.rules.forEach((rule, row) => {
      if (pairs.has(row)) return;
      const from = [...left].find((one) => {
        const old = before.rules[one];
        return old !== undefined && fits(old, rule, one, row);
      });
      if (from === undefined) return;
      pairs.set(row, from);
      left.delete(from);
    });
  };
  const asks = (table: DecisionTable, rule: Rule) =>
    Object.fromEntries(
      table.columns
        .map(({ expression }, c) => [expression, (rule.when[c] ?? '').trim()] as const)
        .filter(([, cell]) => cell !== '' && cell !== '-')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  take((old, rule) => old.id !== undefined && old.id === rule.id);
  take((old, rule) => same(asks(before, old), asks(after, rule)));
  take(
    (old, rule, from, row) =>
      from === row &&
      (old.id === undefined || rule.id === undefined) &&
      same(old.gives, rule.gives),
  );
  return pairs;
}

function sayRule(table: DecisionTable, rule: Rule): Say {
  const parts = table.columns.flatMap((column, c) => {
    const cell = (rule.when[c] ?? '').trim();
    if (cell === '' || cell === '-') return [];
    const name = sayColumn(table, column);
    const words = sayCell(cell, wordsOfColumn(table, column));
    return [say(`${name['zh-CN']}：${words['zh-CN']}`, `${name.en}: ${words.en}`)];
  });
  const outcome = sayOutcome(table, rule.gives);
  const zh = parts.map((one) => one['zh-CN']).join('；') || '不论什么情况';
  const en = parts.map((one) => one.en).join('; ') || 'in any case';
  return say(`${zh} → ${outcome['zh-CN']}`, `${en} → ${outcome.en}`);
}

const noteWords: Record<Told, Say> = {
  why: say('原因', 'why'),
  do: say('怎么办', 'what to do'),
  again: say('何时再看', 'when to look again'),
};

function within(
  before: DecisionTable,
  old: Rule,
  after: DecisionTable,
  rule: Rule,
  row: number,
): Difference[] {
  const found: Difference[] = [];
  const at = rowWords(row);
  const part = (of: Say) => say(`${at['zh-CN']} · ${of['zh-CN']}`, `${at.en} · ${of.en}`);
  const cellOf = (table: DecisionTable, given: Rule, expression: string): Say => {
    const c = table.columns.findIndex((one) => one.expression === expression);
    const column = table.columns[c];
    return sayCell(
      column ? (given.when[c] ?? '') : '-',
      column ? wordsOfColumn(table, column) : noWords,
    );
  };
  const asked = new Map(
    [before, after].flatMap((table) =>
      table.columns.map((column) => [column.expression, sayColumn(table, column)] as const),
    ),
  );
  for (const [expression, name] of asked) {
    const [a, b] = [cellOf(before, old, expression), cellOf(after, rule, expression)];
    if (!same(a, b)) found.push({ what: 'cell', where: part(name), before: a, after: b });
  }
  const [was, is] = [sayOutcome(before, old.gives), sayOutcome(after, rule.gives)];
  if (!same(was, is))
    found.push({ what: 'outcome', where: part(say('结果', 'outcome')), before: was, after: is });
  for (const [told, name] of Object.entries(noteWords) as [Told, Say][]) {
    const a = noteOf(before, old.annotations, told);
    const b = noteOf(after, rule.annotations, told);
    if (!same(a, b)) found.push({ what: 'note', where: part(name), before: a, after: b });
  }
  return found;
}

const noWords = { type: undefined, unit: undefined, values: [] };

function cases(before: Compared, after: Compared): Difference[] {
  const where = say('测试用例', 'Test cases');
  const named = ({ cases: list }: Compared) =>
    new Map(list.map((one) => [one.name['zh-CN'], one] as const));
  const [was, is] = [named(before), named(after)];
  const gone = [...was].filter(([name]) => !is.has(name));
  const added = [...is].filter(([name]) => !was.has(name));
  const changed = [...is].filter(([name, one]) => was.has(name) && !same(was.get(name), one));
  const all = (list: typeof gone): Say =>
    say(list.map(([name]) => name).join('、'), list.map(([, one]) => one.name.en).join(', '));
  return [
    ...(gone.length > 0 ? [{ what: 'case' as const, where, before: all(gone), after: null }] : []),
    ...(added.length > 0
      ? [{ what: 'case' as const, where, before: null, after: all(added) }]
      : []),
    ...(changed.length > 0
      ? [{ what: 'case' as const, where, before: all(changed), after: changedWords(all(changed)) }]
      : []),
  ];
}

const changedWords = (names: Say): Say => say(`改了：${names['zh-CN']}`, `changed: ${names.en}`);
