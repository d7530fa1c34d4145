import type { Answer } from '@liangbuwu/eligibility/answer.ts';
import { compile, tableFaults } from '@liangbuwu/eligibility/compile/compile.ts';
import { spanOf } from '@liangbuwu/eligibility/decide/in-force.ts';
import type { DecisionTable as IssuedTable } from '@liangbuwu/eligibility/table.ts';
import { type Say, say } from '../http/say.ts';
import { beijingOffset, dayBeside, inBeijing } from './beijing.ts';
import { sayColumn, writeLiteral } from './cell.ts';
import {
  type Purpose,
  purposeWords,
  type RuleFact,
  type RuleVersion,
  type TestCase,
  type VersionFields,
} from './rulebook.ts';
import { type DecisionTable, TypedSay } from './table.ts';

/** What is wrong with a version, and where: `rules[2].when[0]`, `columns[1]`, `cases[0]`, `issuer`. */
export interface VersionFault {
  code: string;
  at: string;
  cause: Say;
  remedy: Say;
}

type Issued = Pick<
  RuleVersion,
  'from' | 'until' | 'issuer' | 'document' | 'appeal' | 'invented' | 'table'
>;

/** The table as it decides: with who issued it and when it holds. */
export function issuedTable(version: Issued, number?: number): IssuedTable {
  const { from, until, issuer, document, appeal, invented, table } = version;
  return {
    ...table,
    issue: {
      ...(number !== undefined && { version: String(number) }),
      from: dated(from),
      ...(until !== null && { until: dated(until, -1) }),
      ...(issuer && { issuer }),
      ...(document && { document }),
      ...(appeal && { appeal }),
      ...(invented && { invented: true }),
    },
  };
}

/** An instant as people write it: at midnight the day alone, which as an end is the last one. */
function dated(instant: string, days: 0 | -1 = 0): string {
  const [day = '', time = ''] = inBeijing(instant).split('T');
  if (time === '00:00:00.000') return days === 0 ? day : dayBeside(day, days);
  return `${day}T${time.replace(/(:00)?\.000$/, '')}${beijingOffset}`;
}

/** What a table says of its issue, as a version writes it down; what is too long or no text is left out. */
export function issueFields(issue: IssuedTable['issue'] = {}): Pick<
  VersionFields,
  'until' | 'issuer' | 'document' | 'appeal' | 'invented'
> & {
  from: string | null;
} {
  const [from, until] = spanOf({ issue });
  const instant = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : null);
  const said = (words: Say | undefined) => TypedSay.safeParse(words).data ?? null;
  return {
    from: instant(from),
    until: instant(until),
    issuer: said(issue.issuer),
    document: said(issue.document),
    appeal: said(issue.appeal),
    invented: issue.invented === true,
  };
}

/** The facts that a column asks for. */
export function factsAsked(expression: string, declared: ReadonlySet<string>): string[] {
  const text = expression.trim().replace(/\s+/g, ' ');
  if (declared.has(text)) return [text];
  return text
    .split('-')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^now ?\( ?\)$/.test(part));
}

/** A table with its facts in the words of the catalogue, as far as they are in it. */
export function wordedTable(table: DecisionTable, catalogue: readonly RuleFact[]): DecisionTable {
  const declared = new Set([...catalogue, ...(table.facts ?? [])].map(({ name }) => name));
  const asked = [
    ...new Set(table.columns.flatMap(({ expression }) => factsAsked(expression, declared))),
  ];
  const facts = asked.flatMap((name) => {
    const known = catalogue.find((one) => one.name === name);
    if (!known) return table.facts?.filter((one) => one.name === name) ?? [];
    const { type, say: words, unit, values } = known;
    return [
      {
        name,
        type,
        say: words,
        ...(unit && { unit: spaced(unit) }),
        ...(values.length > 0 && { values }),
      },
    ];
  });
  const columns = table.columns.map((column) => {
    const known = catalogue.find(({ name }) => name === column.expression.trim());
    const isListed = known?.type === 'string' && known.values.length > 0;
    if (!isListed || column.values) return column;
    return {
      ...column,
      values: known.values.map(({ value }) => writeLiteral(value, 'string')).join(', '),
    };
  });
  return { ...table, facts, columns };
}

const spaced = (unit: Say): Say => say(` ${unit['zh-CN'].trim()}`, ` ${unit.en.trim()}`);

/** Everything that keeps a version from being proposed. */
export function versionFaults(
  version: VersionFields,
  purpose: Purpose,
  catalogue: readonly RuleFact[],
): VersionFault[] {
  const table = wordedTable(version.table, catalogue);
  const worded = { ...version, table };
  return [
    ...headFaults(version),
    ...factFaults(table, purpose, catalogue),
    ...tableFaults(issuedTable(worded)),
    ...caseFaults(worded),
  ];
}

function headFaults({ issuer, document, appeal, from, until }: VersionFields): VersionFault[] {
  const faults: VersionFault[] = [];
  const missing = (at: string, what: Say) =>
    faults.push({
      code: 'missing',
      at,
      cause: say(`没有写${what['zh-CN']}`, `${what.en} is missing`),
      remedy: say(`写上${what['zh-CN']}`, `Give ${what.en}`),
    });
  if (!issuer) missing('issuer', say('发布机关', 'the issuer'));
  if (!document) missing('document', say('文件名称和文号', 'the document and its number'));
  if (!appeal) missing('appeal', say('向哪里申诉', 'where to appeal'));
  if (until !== null && Date.parse(until) <= Date.parse(from))
    faults.push({
      code: 'ends-before-it-begins',
      at: 'until',
      cause: say('结束不晚于开始', 'It ends no later than it begins'),
      remedy: say('改正起止时间', 'Correct the dates'),
    });
  return faults;
}

function factFaults(
  table: DecisionTable,
  purpose: Purpose,
  catalogue: readonly RuleFact[],
): VersionFault[] {
  const known = new Map(catalogue.map((fact) => [fact.name, fact]));
  const declared = new Set([...known.keys(), ...(table.facts ?? []).map(({ name }) => name)]);
  return table.columns.flatMap((column, c) => {
    const said = sayColumn(table, column);
    return factsAsked(column.expression, declared).flatMap((name): VersionFault[] => {
      const fact = known.get(name);
      if (!fact)
        return [
          {
            code: 'fact-unknown',
            at: `columns[${c}]`,
            cause: say(
              `“${said['zh-CN']}”这一列问“${name}”，事实目录里没有`,
              `The column “${said.en}” asks “${name}”, which is not in the catalogue of facts`,
            ),
            remedy: say(
              '换成目录里的事实，或先把它登记进目录并写明用途',
              'Use a fact of the catalogue, or enter it there first, with its purposes',
            ),
          },
        ];
      if (fact.purposes.includes(purpose)) return [];
      const words = purposeWords[purpose];
      return [
        {
          code: 'fact-outside-purpose',
          at: `columns[${c}]`,
          cause: say(
            `“${said['zh-CN']}”不得用于“${words['zh-CN']}”`,
            `“${said.en}” may not be used for “${words.en}”`,
          ),
          remedy: say(
            '删去这一列；确有依据的，先在事实目录里写明这个用途',
            'Take the column away; if there is ground for it, first give the fact this purpose in the catalogue',
          ),
        },
      ];
    });
  });
}

/** What came of a test case. */
export interface CaseResult {
  passed: boolean;
  /** Undefined: the table, or the case's facts, are not fit to decide by. */
  answer?: Answer;
  /** Why there is no answer. */
  fault?: Say;
  /** Rows of the rules that apply, from 0. */
  rows: number[];
}

export function runCases(version: Issued & { cases: readonly TestCase[] }): CaseResult[] {
  let rules: ReturnType<typeof compile>;
  try {
    rules = compile(issuedTable(version));
  } catch {
    const fault = say('表还有错，判不了', 'The table is broken, so nothing is decided');
    return version.cases.map(() => ({ passed: false, rows: [], fault }));
  }
  return version.cases.map((one) => {
    try {
      const answer = rules.decide(one.facts, { at: one.at ?? version.from, changes: false });
      const rows = answer.because.flatMap((said) =>
        said.kind === 'rule' && said.status === 'applies' ? [said.row - 1] : [],
      );
      return { passed: isAsExpected(one.expect, answer), answer, rows };
    } catch (error) {
      return { passed: false, rows: [], fault: whyUnfit(error) };
    }
  });
}

/** The first fault that a refusal of the library names. */
export function whyUnfit(error: unknown): Say {
  const [first] = (error as { faults?: readonly VersionFault[] }).faults ?? [];
  if (!first) throw error;
  const at = first.at ? `${first.at}: ` : '';
  return say(`${at}${first.cause['zh-CN']}`, `${at}${first.cause.en}`);
}

function isAsExpected(expect: TestCase['expect'], { known, outcome, ask }: Answer): boolean {
  if ('ask' in expect) return !known && expect.ask.every((name) => ask.includes(name));
  return known && sorted(outcome) === sorted(expect.outcome);
}

const sorted = (value: unknown) =>
  JSON.stringify(
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  );

function caseFaults(version: Issued & { cases: readonly TestCase[] }): VersionFault[] {
  const faults: VersionFault[] = [];
  const covered = new Set<number>();
  runCases(version).forEach(({ passed, fault, rows }, i) => {
    for (const row of rows) covered.add(row);
    const name = version.cases[i]?.name ?? say('', '');
    if (!passed)
      faults.push({
        code: 'case-fails',
        at: `cases[${i}]`,
        cause: say(
          `测试用例“${name['zh-CN']}”没有通过${fault ? `：${fault['zh-CN']}` : ''}`,
          `The test case “${name.en}” does not pass${fault ? `: ${fault.en}` : ''}`,
        ),
        remedy: say('改规则，或改正用例', 'Change the rule, or correct the case'),
      });
  });
  version.table.rules.forEach((_, row) => {
    if (covered.has(row)) return;
    faults.push({
      code: 'rule-untested',
      at: `rules[${row}]`,
      cause: say(`第 ${row + 1} 条没有测试用例`, `Rule ${row + 1} has no test case`),
      remedy: say('加一个由这一条决定的用例', 'Add a case that this rule decides'),
    });
  });
  return faults;
}
