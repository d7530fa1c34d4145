import { type FaultList, say } from '../refuse/fault.ts';
import type { Literal } from '../sfeel/literal.ts';
import type { Cell } from '../sfeel/read-cell.ts';
import type { Expression } from '../sfeel/read-expression.ts';
import type { DecisionTable, Fact, ValueType } from '../table.ts';
import { placeOf } from './place.ts';

const DIFFERENCES: readonly ValueType[] = ['number', 'integer', 'days and time duration'];

interface Around {
  expression: Expression;
  cells: readonly Cell[];
  values: Cell | undefined;
  facts: ReadonlyMap<string, Fact>;
  faults: FaultList;
}

/** The type that a column says, or its fact, or its cells; each cell is held against it. Undefined where nothing tells. */
export function typeOfColumn(
  table: DecisionTable,
  c: number,
  { expression, cells, values, facts, faults }: Around,
): ValueType | undefined {
  const column = table.columns[c];
  const plain = expression.subtrahend ? undefined : expression.minuend;
  const own = plain && ('clock' in plain ? 'date and time' : facts.get(plain.fact)?.type);
  const seen = new Set<ValueType>(
    [...cells, ...(values ? [values] : [])].flatMap(({ types }) => [...types]),
  );
  const type = column.type ?? own ?? (seen.size === 1 ? [...seen][0] : undefined);
  if (type === undefined) {
    if (seen.size > 1) {
      faults.add(
        'type-unclear',
        `columns[${c}]`,
        say(
          `没有类型，而单元格里有 ${[...seen].join('、')}`,
          `has no type, and cells of ${[...seen].join(', ')}`,
        ),
        say('给这一列写上类型', 'give the column a type'),
      );
    }
    return undefined;
  }
  if (expression.subtrahend && !DIFFERENCES.includes(type)) {
    faults.add(
      'type-unclear',
      `columns[${c}].type`,
      say(`两个事实之差不能是 ${type}`, `is ${type}, which no difference of two facts is`),
      say('写 number 或 days and time duration', 'give number or days and time duration'),
    );
    return undefined;
  }
  if (values) holdAgainst(values.types, type, `columns[${c}].values`, faults, undefined);
  cells.forEach((cell, r) => {
    const { at, cell: id } = placeOf(table, r, c);
    holdAgainst(cell.types, type, at, faults, id);
  });
  return type;
}

export function holdAgainst(
  types: ReadonlySet<Literal['type']>,
  type: ValueType,
  at: string,
  faults: FaultList,
  cell: string | undefined,
): void {
  for (const found of types) {
    if (found === type || found === 'null' || (found === 'number' && type === 'integer')) continue;
    faults.add(
      'wrong-type-in-cell',
      at,
      say(`是 ${found}，而这一列是 ${type}`, `compares with ${found}; the column is ${type}`),
      say(
        `写${WRITTEN[type]}，或改这一列的类型`,
        `write ${WRITTEN[type]}, or change the column's type`,
      ),
      cell,
    );
  }
}

const WRITTEN: Record<ValueType, string> = {
  string: ' "…" ',
  number: ' 1.5 ',
  integer: ' 1 ',
  boolean: ' true / false ',
  date: ' date("2022-11-17") ',
  time: ' time("07:20:00") ',
  'date and time': ' date and time("2022-11-17T07:20:00+08:00") ',
  'days and time duration': ' duration("PT48H") ',
  'years and months duration': ' duration("P1Y6M") ',
};
