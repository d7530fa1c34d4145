import { type FaultList, say } from '../refuse/fault.ts';
import type { Reading } from '../search/diagram.ts';
import { addTo, emptyMask, fullMask, type Mask } from '../search/mask.ts';
import type { DecisionTable } from '../table.ts';
import type { Outcomes } from './outcomes.ts';

/** Rules that are read together; each table has one group, but a `COLLECT` list has one for each different outcome. */
export interface Group {
  rules: Mask;
  /** The one rule that there is, where each is counted. */
  only?: number;
  reading: Reading;
  /** Of `sum`: the outcome that is counted, or what the sum is divided by. */
  counts?: number;
  divisor?: number;
}

/** The sum of no rule at all. */
export const NO_SUM = -Infinity;

/**
 * How the rules of a table are read, and the order in which they are asked.
 *
 * `UNIQUE` and `ANY` are read as `FIRST`: where they are as they should be it makes no difference. `MIN` and `MAX` too, the least or greatest
 * being asked first. A list is as many of each outcome as there are: so groups can be counted apart, and what is certain of one is not multiplied with the others.
 */
export function readingOf(
  table: DecisionTable,
  { list, ofRow, otherwise, isSaid }: Outcomes,
  faults: FaultList,
): { rowOf: number[]; groups: Group[] } | undefined {
  const rows = ofRow.map((_, row) => row);
  const { hitPolicy, aggregation } = table;
  const all = fullMask(ofRow.length);
  if (hitPolicy !== 'COLLECT') {
    return {
      rowOf: rows,
      groups: [{ rules: all, reading: { kind: 'first', outcomes: ofRow, otherwise } }],
    };
  }
  if (aggregation === undefined) {
    if (isSaid) {
      faults.add(
        'unsupported-cell',
        'outputs[0].otherwise',
        say(
          'COLLECT 的清单没有默认结果：没有规则适用时是空清单',
          'is a default, which a COLLECT list has not: where no rule applies it is empty',
        ),
        say('去掉默认结果', 'leave the default out'),
      );
      return undefined;
    }
    const groups = list.flatMap((_, counts): Group[] => {
      const rules = emptyMask(ofRow.length);
      const own = rows.filter((row) => ofRow[row] === counts);
      for (const row of own) addTo(rules, row);
      return own.length > 0
        ? [
            {
              rules,
              reading: { kind: 'sum', weights: rows.map(() => 1), none: 0 },
              counts,
              ...(own.length === 1 && { only: own[0] }),
            },
          ]
        : [];
    });
    return { rowOf: rows, groups };
  }
  if (aggregation === 'COUNT') {
    return {
      rowOf: rows,
      groups: [
        { rules: all, reading: { kind: 'sum', weights: rows.map(() => 1), none: 0 }, divisor: 1 },
      ],
    };
  }
  const numbers = ofRow.map((number) => list[number]);
  const wrong = numbers.findIndex((value) => typeof value !== 'number');
  if (wrong >= 0) {
    faults.add(
      'aggregation-needs-number',
      `rules[${wrong}].gives[0]`,
      say(`不是数，不能求 ${aggregation}`, `is no number, and ${aggregation} needs one`),
      say('写一个数，或去掉 aggregation', 'give a number, or leave the aggregation out'),
    );
    return undefined;
  }
  const values = numbers as number[];
  if (aggregation === 'SUM') {
    const others = typeof list[otherwise] === 'number' ? [list[otherwise]] : [];
    const divisor = 10 ** Math.max(0, ...[...values, ...others].map(decimalsOf));
    const weights = values.map((value) => Math.round(value * divisor));
    const none =
      typeof list[otherwise] === 'number' ? Math.round(list[otherwise] * divisor) : NO_SUM;
    return {
      rowOf: rows,
      groups: [{ rules: all, reading: { kind: 'sum', weights, none }, divisor }],
    };
  }
  const sign = aggregation === 'MIN' ? 1 : -1;
  const rowOf = [...rows].sort((a, b) => sign * (values[a] - values[b]) || a - b);
  const outcomes = rowOf.map((row) => ofRow[row]);
  return { rowOf, groups: [{ rules: all, reading: { kind: 'first', outcomes, otherwise } }] };
}

/** How many decimals a number is written with. */
function decimalsOf(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}
