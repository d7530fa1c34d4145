import { FaultList } from '../refuse/fault.ts';
import { shapeFaults } from '../refuse/shape.ts';
import { type Axis, makeAxis } from '../search/axis.ts';

import { findOffset } from '../sfeel/value.ts';
import type { DecisionTable } from '../table.ts';
import { type AskedFact, askedFacts, type Source } from './facts.ts';
import { type Outcomes, readOutcomes } from './outcomes.ts';
import { type ReadColumn, readColumns } from './read-table.ts';
import { type Group, readingOf } from './reading.ts';

/** A table made ready to decide. */
export interface Compiled {
  table: DecisionTable;
  /** Of times without an offset, in milliseconds. */
  offset: number;
  columns: readonly ReadColumn[];
  axes: readonly Axis[];
  /** The axis of each column. */
  axisOf: readonly number[];
  outcomes: Outcomes;
  /** Rows by bit: the order in which rules are asked. */
  rowOf: readonly number[];
  groups: readonly Group[];
  /** The facts asked for. */
  facts: readonly AskedFact[];
  /** Of each axis: what it is worked out from. */
  sources: readonly Source[];
  /** Axes in the order in which what is not known is divided: those that most rules ask first. */
  order: readonly number[];
  /** Some fact is asked by several axes. */
  shared: boolean;
}

/** Reads a table that may come from anywhere; without `compiled` it has faults that bar it. */
export function compileTable(table: unknown): { compiled?: Compiled; faults: FaultList } {
  const faults = new FaultList();
  if (!shapeFaults(table, faults)) return { faults };
  const offset = findOffset(table.issue?.zone ?? '+08:00') ?? 0;
  const outcomes = readOutcomes(table, offset, faults);
  const columns = readColumns(table, offset, faults);
  if (!outcomes || !columns || faults.barred) return { faults };
  const read = readingOf(table, outcomes, faults);
  if (!read) return { faults };
  const { rowOf, groups } = read;
  const byText = new Map<string, number[]>();
  columns.forEach(({ expression }, c) => {
    const same = byText.get(expression.text);
    if (same) same.push(c);
    else byText.set(expression.text, [c]);
  });
  const nullable = nullableFacts(columns);
  const axisOf: number[] = [];
  const axes = [...byText.values()].map((same, a) => {
    for (const c of same) axisOf[c] = a;
    const { expression, type } = columns[same[0]];
    return makeAxis({
      expression,
      type,
      columns: same,
      cells: same.map((c) => rowOf.map((row) => columns[c].cells[row])),
      values: same.map((c) => columns[c].values),
      nullable: factsOf(columns[same[0]]).some((fact) => nullable.has(fact)),
    });
  });
  const asked = askedFacts(table, axes, faults);
  if (!asked) return { faults };
  const { facts, sources } = asked;
  const asks = axes.map(({ columns: own }) =>
    own.reduce((sum, c) => sum + columns[c].cells.filter(({ any }) => !any).length, 0),
  );
  const order = axes.map((_, a) => a).sort((a, b) => asks[b] - asks[a] || a - b);
  const shared = facts.some(({ axes: own }) => own.length > 1);
  return {
    faults,
    compiled: {
      table,
      offset,
      columns,
      axes,
      axisOf,
      outcomes,
      rowOf,
      groups,
      facts,
      sources,
      order,
      shared,
    },
  };
}

function nullableFacts(columns: readonly ReadColumn[]): Set<string> {
  const speaking = columns.filter(
    ({ cells, values }) => values?.null || cells.some((cell) => cell.null),
  );
  return new Set(speaking.flatMap(factsOf));
}

function factsOf({ expression: { minuend, subtrahend } }: ReadColumn): string[] {
  return [minuend, subtrahend].flatMap((operand) =>
    operand && 'fact' in operand ? [operand.fact] : [],
  );
}
