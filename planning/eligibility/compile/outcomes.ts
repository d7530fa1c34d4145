import type { Outcome } from '../answer.ts';
import { type FaultList, say } from '../refuse/fault.ts';
import { type Literal, Unreadable } from '../sfeel/literal.ts';
import { type Cell, readCell, readConstant } from '../sfeel/read-cell.ts';
import type { Constant, DecisionTable, Say } from '../table.ts';
import { holdAgainst } from './types.ts';

export interface Outcomes {
  /** Different ones, by number. */
  list: readonly Outcome[];
  /** The number of each row's. */
  ofRow: readonly number[];
  /** The number of that where no rule applies: what the table says, or nothing. */
  otherwise: number;
  /** Whether the table says it. */
  isSaid: boolean;
}

/** Reads what rules say, and what holds where none applies. */
export function readOutcomes(
  table: DecisionTable,
  offset: number,
  faults: FaultList,
): Outcomes | undefined {
  const values = table.outputs.map(({ values: text }, o) =>
    text?.trim()
      ? attempt(() => readCell(text, offset), `outputs[${o}].values`, faults)
      : undefined,
  );
  const list: Outcome[] = [];
  const numbers = new Map<string, number>();
  const number = (constants: readonly Constant[]): number => {
    const key = JSON.stringify(constants);
    let found = numbers.get(key);
    if (found === undefined) {
      found = list.length;
      numbers.set(key, found);
      list.push(outcomeOf(table, constants));
    }
    return found;
  };
  const ofRow = table.rules.map((rule, r) =>
    number(
      table.outputs.map((_, o) => {
        const at = `rules[${r}].gives[${o}]`;
        const read = attempt(() => readConstant(rule.gives[o] ?? '', offset), at, faults);
        return read ? held(table, o, read, values[o], at, faults) : null;
      }),
    ),
  );
  const isSaid = table.outputs.some(({ otherwise }) => otherwise !== undefined);
  const otherwise = number(
    table.outputs.map(({ otherwise: text }, o) => {
      const at = `outputs[${o}].otherwise`;
      const read = attempt(() => readConstant(text ?? '', offset), at, faults);
      return read ? held(table, o, read, values[o], at, faults) : null;
    }),
  );
  return faults.barred ? undefined : { list, ofRow, otherwise, isSaid };
}

function outcomeOf({ outputs }: DecisionTable, constants: readonly Constant[]): Outcome {
  if (outputs.length === 1) return constants[0];
  return Object.fromEntries(outputs.map(({ name }, o) => [name ?? '', constants[o]]));
}

function held(
  table: DecisionTable,
  o: number,
  literal: Literal,
  values: Cell | undefined,
  at: string,
  faults: FaultList,
): Constant {
  if (literal.type === 'null') return null;
  const { type } = table.outputs[o];
  if (type) holdAgainst(new Set([literal.type]), type, at, faults, undefined);
  const { value } = literal;
  const listed =
    !values ||
    values.any ||
    values.not !==
      values.ranges.some(
        ({ lo, loOpen, hi, hiOpen }) =>
          (lo === undefined || lo < value || (lo === value && !loOpen)) &&
          (hi === undefined || hi > value || (hi === value && !hiOpen)),
      );
  if (!listed) {
    faults.add(
      'cell-never',
      at,
      say(
        `${String(literal.json)} 不在这一项的取值范围里`,
        `is ${String(literal.json)}, not among the values allowed`,
      ),
      say('写一个允许的值，或改取值范围', 'give a value that is allowed, or allow this one'),
    );
  }
  return literal.json;
}

function attempt<T>(read: () => T, at: string, faults: FaultList): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    faults.add(error.code, at, placed(at, error.why), HOW_CONSTANTS_ARE);
    return undefined;
  }
}

function placed(at: string, { 'zh-CN': zh, en }: Say): Say {
  const row = /^rules\[(\d+)\]/.exec(at)?.[1];
  if (row === undefined) return say(zh, en);
  return say(`第 ${Number(row) + 1} 条的结果${zh}`, `the outcome of rule ${Number(row) + 1} ${en}`);
}

const HOW_CONSTANTS_ARE = say(
  '结果写一个常数："文字"、5、true、null、date("2022-11-17")',
  'give a constant: "text", 5, true, null, date("2022-11-17")',
);
