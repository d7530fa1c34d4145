import { type FaultList, say } from '../refuse/fault.ts';
import { Unreadable } from '../sfeel/literal.ts';
import { type Cell, readCell } from '../sfeel/read-cell.ts';
import { type Expression, findExpression } from '../sfeel/read-expression.ts';
import type { Column, DecisionTable, Fact, ValueType } from '../table.ts';
import { type Place, placeOf } from './place.ts';
import { typeOfColumn } from './types.ts';

export interface ReadColumn {
  expression: Expression;
  type: ValueType | undefined;
  /** By row. */
  cells: readonly Cell[];
  values: Cell | undefined;
}

/**
 * Reads the columns of a table of right shape.
 *
 * @param offset that of times which have none, in milliseconds.
 * @returns undefined, and faults, where one of them cannot be read.
 */
export function readColumns(
  table: DecisionTable,
  offset: number,
  faults: FaultList,
): ReadColumn[] | undefined {
  const facts = new Map((table.facts ?? []).map((fact) => [fact.name, fact]));
  const declared = new Set(facts.keys());
  const columns = table.columns.map((column, c) =>
    readColumn(table, column, c, { declared, facts, offset, faults }),
  );
  const read = columns.filter((column) => column !== undefined);
  if (faults.barred || read.length < columns.length) return undefined;
  const types = new Map<string, ValueType | undefined>();
  read.forEach(({ expression, type }, c) => {
    const other = types.get(expression.text);
    if (other !== undefined && type !== undefined && other !== type) {
      faults.add(
        'type-unclear',
        `columns[${c}]`,
        say(
          `“${expression.text}”在另一列是 ${other}，这里是 ${type}`,
          `asks ${expression.text} as ${type}; another column asks it as ${other}`,
        ),
        say('两列写同一类型', 'give both columns one type'),
      );
    }
    types.set(expression.text, other ?? type);
  });
  if (faults.barred) return undefined;
  return read.map((column) => ({ ...column, type: types.get(column.expression.text) }));
}

interface Around {
  declared: ReadonlySet<string>;
  facts: ReadonlyMap<string, Fact>;
  offset: number;
  faults: FaultList;
}

function readColumn(
  table: DecisionTable,
  column: Column,
  c: number,
  { declared, facts, offset, faults }: Around,
): ReadColumn | undefined {
  const expression = findExpression(column.expression, declared);
  if (!expression) {
    faults.add(
      'unsupported-expression',
      `columns[${c}].expression`,
      say(
        `“${column.expression.slice(0, 60)}”不是一个名字，也不是两个名字之差`,
        `is “${column.expression.slice(0, 60)}”: neither a name nor the difference of two`,
      ),
      say(
        '写一个事实的名字、now()，或“甲 - 乙”；要算的请先算好，当作一个事实给出',
        'give the name of a fact, now(), or “a - b”; work anything else out beforehand and give it as a fact',
      ),
    );
    return undefined;
  }
  const kept = new Map<string, Cell>();
  const cells = table.rules.map((rule, r) => {
    const text = rule.when[c] ?? '';
    if (faults.isFull) return undefined;
    const cell = kept.get(text) ?? readOne(text, offset, faults, placeOf(table, r, c));
    if (cell) kept.set(text, cell);
    return cell;
  });
  const at = `columns[${c}].values`;
  const values =
    column.values === undefined || column.values.trim() === ''
      ? undefined
      : readOne(column.values, offset, faults, { at, cell: undefined, named: NAMED_VALUES });
  const read = cells.filter((cell) => cell !== undefined);
  if (read.length < cells.length || (column.values?.trim() && !values)) return undefined;
  const type = typeOfColumn(table, c, { expression, cells: read, values, facts, faults });
  return { expression, type, cells: read, values: values?.any ? undefined : values };
}

const NAMED_VALUES = say('取值范围', 'the values allowed');

function readOne(
  text: string,
  offset: number,
  faults: FaultList,
  { at, cell, named }: Place,
): Cell | undefined {
  try {
    return readCell(text, offset);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const cause = say(`${named['zh-CN']}${error.why['zh-CN']}`, `${named.en} ${error.why.en}`);
    faults.add(error.code, at, cause, HOW_CELLS_ARE, cell);
    return undefined;
  }
}

const HOW_CELLS_ARE = say(
  '写 -、5、"文字"、< 5、[1..5)、date("2022-11-17")、null，用逗号隔开几个，或用 not( ) 括起',
  'write -, 5, "text", < 5, [1..5), date("2022-11-17") or null, several with commas, or not( ) around them',
);
