import { type FaultList, say } from '../refuse/fault.ts';
import type { Axis } from '../search/axis.ts';
import type { Operand } from '../sfeel/read-expression.ts';
import { DAY } from '../sfeel/value.ts';
import type { DecisionTable, Fact, ValueType } from '../table.ts';

/** A fact as the table's columns ask for it. */
export interface AskedFact {
  name: string;
  /** Undefined where nothing compares it: then only whether it is null counts. */
  type: ValueType | undefined;
  axes: readonly number[];
  /** Its words, if the table has any. */
  words: Fact | undefined;
}

/** One side of an axis: a fact by number, or the clock. */
export type Side = number | 'clock';

export interface Source {
  minuend: Side;
  subtrahend: Side | undefined;
  /** What one of its facts is in the axis's unit: a day of dates that are subtracted is so many milliseconds. */
  scale: readonly [minuend: number, subtrahend: number];
}

/** Gathers what facts are asked, each with its one type. */
export function askedFacts(
  table: DecisionTable,
  axes: readonly Axis[],
  faults: FaultList,
): { facts: AskedFact[]; sources: Source[] } | undefined {
  const words = new Map((table.facts ?? []).map((fact) => [fact.name, fact]));
  const types = new Map<string, ValueType>();
  for (const { name, type } of words.values()) if (type) types.set(name, type);
  for (const { expression, type } of axes) {
    const { minuend, subtrahend } = expression;
    if (type && !subtrahend && 'fact' in minuend) types.set(minuend.fact, type);
  }
  const facts: {
    name: string;
    type: ValueType | undefined;
    axes: number[];
    words: Fact | undefined;
  }[] = [];
  const numbers = new Map<string, number>();
  const sideOf = (operand: Operand, axis: number, usual: ValueType | undefined): Side => {
    if ('clock' in operand) return 'clock';
    const { fact: name } = operand;
    let number = numbers.get(name);
    if (number === undefined) {
      number = facts.length;
      numbers.set(name, number);
      facts.push({ name, type: types.get(name) ?? usual, axes: [], words: words.get(name) });
    }
    facts[number].axes.push(axis);
    return number;
  };
  const sources = axes.map(({ expression: { minuend, subtrahend }, type }, axis): Source => {
    const usual = subtrahend && (type === 'days and time duration' ? 'date and time' : type);
    const sides: [Side, Side | undefined] = [
      sideOf(minuend, axis, usual),
      subtrahend && sideOf(subtrahend, axis, usual),
    ];
    const scale = sides.map((side) => {
      if (!subtrahend || side === 'clock' || side === undefined) return 1;
      const own = facts[side].type;
      if (!canBeSubtracted(own, type)) {
        faults.add(
          'type-unclear',
          `columns[${axes[axis].columns[0]}]`,
          say(
            `“${facts[side].name}”是 ${own}，不能算出 ${type}`,
            `subtracts ${facts[side].name}, which is ${own}: no ${type} comes of it`,
          ),
          say(
            '相减的两个事实都写成 date and time、date 或数',
            'give both facts as date and time, date, or numbers',
          ),
        );
      }
      return own === 'date' ? DAY : 1;
    });
    return { minuend: sides[0], subtrahend: sides[1], scale: [scale[0], scale[1]] };
  });
  return faults.barred ? undefined : { facts, sources };
}

function canBeSubtracted(fact: ValueType | undefined, difference: ValueType | undefined): boolean {
  if (difference === undefined) return true;
  return difference === 'days and time duration'
    ? fact === 'date and time' || fact === 'date'
    : fact === 'number' || fact === 'integer';
}
