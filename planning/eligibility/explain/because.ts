import type { Applied, Because, Clause, RuleStatement } from '../answer.ts';
import type { Compiled } from '../compile/compile-table.ts';
import { acceptedIn, type Resolution } from '../decide/resolve.ts';
import type { Standing } from '../decide/standing.ts';
import { say } from '../refuse/fault.ts';
import { acceptsRegion } from '../search/axis.ts';
import { has } from '../search/mask.ts';
import type { Value } from '../sfeel/value.ts';
import type { Say } from '../table.ts';
import { sayValue } from './values.ts';
import type { Words } from './words.ts';

/** So many rules that do not apply are listed; the others are counted. */
const MOST_FAILING = 20;

/** So many rules that apply, or may, are listed. */
const MOST_APPLYING = 200;

interface Around {
  compiled: Compiled;
  words: Words;
  now: Resolution;
  regions: readonly number[];
  standings: readonly Standing[];
}

/** The rules that bear on an answer: which apply, which may, and why those before them do not. */
export function rulesOfAnswer(around: Around): Because[] {
  const { compiled, words, now } = around;
  const { table, rowOf, outcomes } = compiled;
  const reads = readsRules(table);
  const applying: RuleStatement[] = [];
  const failing: RuleStatement[] = [];
  let others = 0;
  for (let rule = 0; rule < rowOf.length; rule += 1) {
    const may = has(now.may, rule);
    // Whatever the missing facts are, another rule comes before it.
    if (may && reads && now.known && isAnother(around, rule)) continue;
    const list = may ? applying : failing;
    if (list.length >= (may ? MOST_APPLYING : MOST_FAILING)) others += 1;
    else list.push(statementOf(around, rule, may, reads && !now.known && applying.length > 0));
    // Those after the first that surely applies decide nothing.
    if (reads && has(now.does, rule)) break;
  }
  const applies = ({ status }: RuleStatement) => status === 'applies';
  const statements: Because[] = [
    ...applying.filter(applies),
    ...applying.filter((one) => !applies(one)),
  ];
  if (now.known && !applying.some(applies) && reads) {
    if (applying.length === 0) statements.push(noRule(words.outcome(now.outcome), outcomes.isSaid));
  }
  statements.push(...failing);
  if (others > 0) {
    const told = say(`另有 ${others} 条未列出`, `${others} more rules are not listed`);
    statements.push({ kind: 'others', rules: others, say: told });
  }
  return statements;
}

function noRule(outcome: Say, isDefault: boolean): Because {
  return {
    kind: 'no-rule',
    say: isDefault
      ? say(
          `没有一条适用，按默认为“${outcome['zh-CN']}”`,
          `no rule applies; the default is “${outcome.en}”`,
        )
      : say('没有一条适用', 'no rule applies'),
  };
}

function isAnother({ compiled: { outcomes, rowOf }, now }: Around, rule: number): boolean {
  return String(outcomes.ofRow[rowOf[rule]]) !== now.key;
}

/** The first rule that {@link rulesOfAnswer} would say applies. */
export function ruleApplied(around: Around): Applied | null {
  const { compiled, now, words } = around;
  const { table, rowOf } = compiled;
  const reads = readsRules(table);
  let behind = false;
  for (let rule = 0; rule < rowOf.length; rule += 1) {
    if (!has(now.may, rule) || (reads && now.known && isAnother(around, rule))) continue;
    const row = rowOf[rule];
    if (!behind && isSure(around, rule)) return { row: row + 1, ...words.notes[row] };
    behind = reads && !now.known;
    if (reads && has(now.does, rule)) break;
  }
  return null;
}

const readsRules = ({ hitPolicy, aggregation }: Compiled['table']): boolean =>
  hitPolicy !== 'COLLECT' || aggregation === 'MIN' || aggregation === 'MAX';

/** Of a rule that may apply: whether it does, whatever the missing facts are. */
function isSure(around: Around, rule: number): boolean {
  const { columns, rowOf } = around.compiled;
  if (has(around.now.does, rule)) return true;
  const row = rowOf[rule];
  return columns.every(
    ({ cells }, c) => cells[row].any || holdsOf(around, c, row, rule) !== 'unknown',
  );
}

function holdsOf(around: Around, c: number, row: number, rule: number): Clause['holds'] {
  const { axisOf, axes } = around.compiled;
  const axis = axisOf[c];
  const region = around.regions[axis];
  if (region >= 0) return accepts(around, c, row, rule, region) ? 'passed' : 'failed';
  const { always, ever } = acceptedIn(axes[axis], region);
  if (has(always, rule)) return 'passed';
  return has(ever, rule) ? 'unknown' : 'failed';
}

function statementOf(around: Around, rule: number, may: boolean, isBehind: boolean): RuleStatement {
  const { compiled, words, regions } = around;
  const { axisOf, columns, rowOf, outcomes, table } = compiled;
  const row = rowOf[rule];
  const clauses: Clause[] = [];
  for (let c = 0; c < columns.length; c += 1) {
    if (columns[c].cells[row].any) continue;
    const holds = holdsOf(around, c, row, rule);
    if (may || holds === 'failed')
      clauses.push(clauseOf(around, c, row, regions[axisOf[c]], holds));
  }
  const sure = isSure(around, rule);
  const status = !may ? 'does-not-apply' : sure && !isBehind ? 'applies' : 'may-apply';
  const { id } = table.rules[row];
  const outcome = outcomes.list[outcomes.ofRow[row]];
  const notes = words.notes[row];
  return {
    kind: 'rule',
    ...(id !== undefined && { rule: id }),
    row: row + 1,
    status,
    outcome,
    clauses,
    ...(may && notes),
    say: sayRule(row + 1, status, words.outcome(outcome), notes.why, clauses, sure),
  };
}

/** Whether one cell holds in a region; where several columns share an axis its mask is of all of them. */
function accepts(
  { compiled }: Around,
  c: number,
  row: number,
  rule: number,
  region: number,
): boolean {
  const axis = compiled.axes[compiled.axisOf[c]];
  if (axis.columns.length === 1) return has(axis.masks[region], rule);
  return acceptsRegion(compiled.columns[c].cells[row], axis, region);
}

function clauseOf(
  { compiled, words, standings }: Around,
  c: number,
  row: number,
  region: number,
  holds: Clause['holds'],
): Clause {
  const { columns, table, sources, axisOf } = compiled;
  const cell = words.cells[row][c];
  let told: Say;
  let value: Say | undefined;
  if (region < 0) told = holds === 'unknown' ? cell.unknown : cell.whatever;
  else {
    value = sayValue(
      valueOf(sources[axisOf[c]], standings, compiled.facts.length),
      words.columns[c].wording,
    );
    const tail = holds === 'passed' ? cell.passed : cell.failed;
    told = say(
      cell.head['zh-CN'] + value['zh-CN'] + tail['zh-CN'],
      cell.head.en + value.en + tail.en,
    );
  }
  return {
    asks: columns[c].expression.text,
    cell: table.rules[row].when[c],
    holds,
    wants: cell.wants,
    ...(value && { is: value }),
    say: told,
  };
}

function valueOf(
  { minuend, subtrahend, scale }: Compiled['sources'][number],
  standings: readonly Standing[],
  clock: number,
): Value | null {
  const first = standings[minuend === 'clock' ? clock : minuend] ?? null;
  if (subtrahend === undefined) return first;
  const second = standings[subtrahend === 'clock' ? clock : subtrahend] ?? null;
  if (first === null || second === null) return null;
  return Number(first) * scale[0] - Number(second) * scale[1];
}

function sayRule(
  row: number,
  status: RuleStatement['status'],
  outcome: Say,
  why: Say | undefined,
  clauses: readonly Clause[],
  sure: boolean,
): Say {
  const zh = outcome['zh-CN'];
  const reason =
    why && status !== 'does-not-apply' ? [`：${why['zh-CN']}`, `: ${why.en}`] : ['', ''];
  switch (status) {
    case 'applies':
      return say(
        `第 ${row} 条适用，为“${zh}”${reason[0]}`,
        `rule ${row} applies, “${outcome.en}”${reason[1]}`,
      );
    case 'may-apply':
      if (sure) {
        return say(
          `前面的都不适用时，第 ${row} 条（“${zh}”）适用${reason[0]}`,
          `rule ${row} (“${outcome.en}”) applies where none before it does${reason[1]}`,
        );
      }
      return say(
        `第 ${row} 条（“${zh}”）是否适用还不知道${reason[0]}`,
        `rule ${row} (“${outcome.en}”) may apply${reason[1]}`,
      );
    default: {
      const [first] = clauses;
      return say(
        `第 ${row} 条（“${zh}”）不适用：${first.say['zh-CN']}`,
        `rule ${row} (“${outcome.en}”) does not apply: ${first.say.en}`,
      );
    }
  }
}
