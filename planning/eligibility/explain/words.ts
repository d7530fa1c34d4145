import type { Outcome } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import { spanOf } from '../decide/in-force.ts';
import { say } from '../refuse/fault.ts';
import type { Cell } from '../sfeel/read-cell.ts';
import type { Constant, Rule, Say } from '../table.ts';
import { either, sayRange, sayValue, type Wording, wordingOf } from './values.ts';

/** What a table's explanations are put together from, said once. */
export interface Words {
  /** Of each fact. */
  facts: readonly { say: Say; wording: Wording }[];
  /** Of each column. */
  columns: readonly { say: Say; wording: Wording }[];
  /** [row][column] what the cell asks, after a value that passes and one that fails. */
  cells: readonly (readonly CellWords[])[];
  /** [row] why it is so, what to do, when it is looked at again. */
  notes: readonly Notes[];
  outcome(outcome: Outcome): Say;
}

/** A clause about a cell but for the value, which is said between `head` and the others. */
export interface CellWords {
  /** The cell alone. */
  wants: Say;
  head: Say;
  passed: Say;
  failed: Say;
  /** Whole clauses: of a fact that is missing, and of one that may be whatever it is. */
  unknown: Say;
  whatever: Say;
}

export interface Notes {
  why?: Say;
  todo?: Say;
  again?: Say;
}

export function wordsOf(compiled: Compiled): Words {
  const { table, columns, axisOf, facts, sources, offset } = compiled;
  const [from] = spanOf(table);
  const year = from === -Infinity ? undefined : new Date(from + offset).getUTCFullYear();
  const labelOf = (axis: number): Say | undefined => {
    const c = axisOf.indexOf(axis);
    const { say: own, label } = table.columns[c];
    return own ?? (label ? say(label, label) : undefined);
  };
  const factWords = facts.map(({ name, type, words, axes }) => {
    const plain = axes.find((axis) => sources[axis].subtrahend === undefined);
    return {
      say: words?.say ?? (plain === undefined ? undefined : labelOf(plain)) ?? say(name, name),
      wording: wordingOf(type, words, offset, year),
    };
  });
  const columnWords = columns.map(({ type, expression }, c) => {
    const { minuend, subtrahend } = sources[axisOf[c]];
    const plain = subtrahend === undefined && typeof minuend === 'number';
    const own = labelOf(axisOf[c]);
    if (plain) {
      const fact = facts[minuend];
      return {
        say: table.columns[c].say ?? factWords[minuend].say,
        wording: wordingOf(type, fact.words, offset, year),
      };
    }
    const sideSay = (side: typeof minuend | undefined): Say =>
      typeof side === 'number' ? factWords[side].say : say('现在', 'now');
    const [a, b] = [sideSay(minuend), sideSay(subtrahend)];
    const difference = say(`${b['zh-CN']}到${a['zh-CN']}`, `from ${b.en} to ${a.en}`);
    return {
      say: own ?? (expression.subtrahend ? difference : a),
      wording: wordingOf(type, undefined, offset, year),
    };
  });
  const cells = table.rules.map((_, row) =>
    columns.map((column, c) =>
      clauseWords(columnWords[c].say, sayCell(column.cells[row], columnWords[c].wording)),
    ),
  );
  const notes = table.rules.map((rule) => notesOf(rule, table.annotations ?? []));
  return { facts: factWords, columns: columnWords, cells, notes, outcome: outcomeWords(compiled) };
}

function clauseWords({ 'zh-CN': zh, en }: Say, wants: Say): CellWords {
  const { 'zh-CN': cell, en: cellEn } = wants;
  return {
    wants,
    head: say(`${zh}：`, `${en}: `),
    passed: say(`，符合（要求：${cell}）`, `, as asked (${cellEn})`),
    failed: say(`，不符（要求：${cell}）`, `, not as asked (${cellEn})`),
    unknown: say(`${zh}：还不知道（要求：${cell}）`, `${en}: not known yet (asked: ${cellEn})`),
    whatever: say(`${zh}：不论如何（要求：${cell}）`, `${en}: whatever it is (asked: ${cellEn})`),
  };
}

function sayCell(cell: Cell, wording: Wording): Say {
  if (cell.any) return say('不限', 'anything');
  const parts = [
    ...cell.ranges.map((range) => sayRange(range, wording)),
    ...(cell.null ? [sayValue(null, wording)] : []),
  ];
  const all = either(parts);
  return cell.not ? say(`不是${all['zh-CN']}`, `not ${all.en}`) : all;
}

function outcomeWords({ table }: Compiled): (outcome: Outcome) => Say {
  const wordings = table.outputs.map(({ name = '', words = [] }) => ({
    name,
    values: new Map(words.map((one) => [one.value, one.say])),
  }));
  const sayOne = (value: Constant, o: number): Say =>
    wordings[o]?.values.get(value) ??
    (value === null ? say('无结果', 'nothing') : say(String(value), String(value)));
  const sayAny = (outcome: Outcome): Say => {
    if (Array.isArray(outcome)) {
      if (outcome.length === 0) return say('空', 'none');
      const parts = outcome.map(sayAny);
      return say(parts.map((one) => one['zh-CN']).join('、'), parts.map(({ en }) => en).join(', '));
    }
    if (typeof outcome !== 'object' || outcome === null) return sayOne(outcome as Constant, 0);
    const parts = wordings.map(({ name }, o) =>
      sayOne((outcome as Record<string, Constant>)[name], o),
    );
    return say(parts.map((one) => one['zh-CN']).join('，'), parts.map(({ en }) => en).join(', '));
  };
  return sayAny;
}

/** What a rule's annotations say to people: headings `why zh-CN`, `why en`, and so on. */
function notesOf({ annotations = [] }: Rule, headings: readonly string[]): Notes {
  const find = (heading: string): Say | undefined => {
    const at = (language: string) =>
      annotations[headings.indexOf(`${heading} ${language}`)]?.trim();
    const [zh, en] = [at('zh-CN'), at('en')];
    if (!zh && !en) return undefined;
    return say(zh || en || '', en || zh || '');
  };
  const [why, todo, again] = [find('why'), find('do'), find('again')];
  return { ...(why && { why }), ...(todo && { todo }), ...(again && { again }) };
}
