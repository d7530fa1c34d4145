import type { Sample, Test, Thought } from './random-table.fixture.ts';
import type { Constant } from './table.ts';

/** A second opinion on a table: it shares nothing with the library, and tries everything. */
export type Given = Readonly<Record<string, Constant>>;

/** All facts that the given ones may be completed to. */
export function* completions({ tried }: Sample, given: Given): Generator<Given> {
  const missing = Object.keys(tried).filter((name) => !(name in given));
  const total = missing.reduce((product, name) => product * tried[name].length, 1);
  for (let number = 0; number < total; number += 1) {
    const facts: Record<string, Constant> = { ...given };
    let rest = number;
    for (const name of missing) {
      facts[name] = tried[name][rest % tried[name].length];
      rest = Math.floor(rest / tried[name].length);
    }
    yield facts;
  }
}

/** Which rules apply when every fact is known. */
export function applying({ thoughts, asks, table }: Sample, facts: Given): number[] {
  return thoughts.flatMap((row, rule) =>
    row.every((cell, c) => holds(cell, ask(asks[c], facts), table.columns[c].type ?? ''))
      ? [rule]
      : [],
  );
}

/** What tells outcomes apart; of a list the order does not. */
export function outcomeKey(sample: Sample, facts: Given): string {
  const { table, outcomes, otherwise = null } = sample;
  const rules = applying(sample, facts);
  if (table.hitPolicy !== 'COLLECT') {
    return JSON.stringify(rules.length > 0 ? outcomes[rules[0]] : otherwise);
  }
  const found = rules.map((rule) => outcomes[rule]);
  const numbers = found as number[];
  switch (table.aggregation) {
    case 'COUNT':
      return JSON.stringify(found.length);
    case 'SUM':
      // Tenths: what binary fractions make of them is not the table's doing.
      return found.length === 0
        ? JSON.stringify(otherwise)
        : JSON.stringify(numbers.reduce((sum, one) => sum + Math.round(one * 10), 0) / 10);
    case 'MIN':
      return JSON.stringify(found.length === 0 ? otherwise : Math.min(...numbers));
    case 'MAX':
      return JSON.stringify(found.length === 0 ? otherwise : Math.max(...numbers));
    default:
      return JSON.stringify(found.map((one) => JSON.stringify(one)).sort());
  }
}

/** What tells an answer's outcome apart, by the same rule. */
export function answerKey({ table }: Sample, outcome: unknown): string {
  return table.hitPolicy === 'COLLECT' && table.aggregation === undefined
    ? JSON.stringify((outcome as unknown[]).map((one) => JSON.stringify(one)).sort())
    : JSON.stringify(outcome);
}

/** The outcomes of all completions, and the missing facts of which one alone can change it. */
export function truth(sample: Sample, given: Given): { keys: Set<string>; matter: string[] } {
  const keys = Array.from(completions(sample, given), (facts) => outcomeKey(sample, facts));
  const matter: string[] = [];
  // Completions are counted with the first missing fact as the lowest digit.
  let step = 1;
  for (const name of Object.keys(sample.tried).filter((one) => !(one in given))) {
    const values = sample.tried[name].length;
    const atFirstValue = (number: number) => number - (Math.floor(number / step) % values) * step;
    if (keys.some((key, number) => key !== keys[atFirstValue(number)])) matter.push(name);
    step *= values;
  }
  return { keys: new Set(keys), matter: matter.sort() };
}

function ask(names: readonly string[], facts: Given): Constant {
  const first = facts[names[0]];
  if (names.length === 1) return first;
  const second = facts[names[1]];
  return first === null || second === null ? null : Number(first) - Number(second);
}

function holds(cell: Thought, value: Constant, type: string): boolean {
  if ('any' in cell) return true;
  const one = cell.tests.some((test) => passes(test, value, type));
  if (value === null) return !cell.not && one;
  return one !== cell.not;
}

function passes(test: Test, value: Constant, type: string): boolean {
  if ('op' in test) {
    if (test.than === null || value === null) return test.op === '=' && test.than === value;
    const order = compared(value, test.than, type);
    switch (test.op) {
      case '=':
        return order === 0;
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      default:
        return order >= 0;
    }
  }
  if (value === null) return false;
  const [from, to] = [compared(value, test.from, type), compared(value, test.to, type)];
  return (test.fromOpen ? from > 0 : from >= 0) && (test.toOpen ? to < 0 : to <= 0);
}

function compared(a: Constant, b: Constant, type: string): number {
  if (type === 'string' || type === 'time' || type === 'date')
    return a === b ? 0 : String(a) < String(b) ? -1 : 1;
  if (type === 'date and time') return Date.parse(String(a)) - Date.parse(String(b));
  if (type.endsWith('duration')) return amountOf(String(a)) - amountOf(String(b));
  return Number(a) - Number(b);
}

const amounts = new Map<string, number>();

/** Minutes, or months: each type by itself. */
function amountOf(text: string): number {
  const known = amounts.get(text);
  if (known !== undefined) return known;
  const part = (unit: string, from: string) =>
    Number(new RegExp(`(\\d+)${unit}`).exec(from)?.[1] ?? 0);
  const [days = '', time = ''] = text.split('T');
  const months = part('Y', days) * 12 + part('M', days);
  const minutes =
    part('D', days) * 1440 + part('H', time) * 60 + part('M', time) + part('S', time) / 60;
  const amount = (text.startsWith('-') ? -1 : 1) * (months + minutes);
  amounts.set(text, amount);
  return amount;
}
