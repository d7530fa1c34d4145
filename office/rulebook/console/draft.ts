import { wordedTable } from '../check-version.ts';
import type { RuleFact, RuleVersion, TestCase, VersionFields } from '../rulebook.ts';
import type { DecisionTable, Rule } from '../table.ts';
import { nextDay } from './moment.ts';

/** What a clerk changes of a version; everything here gives a new one and leaves the old as it was. */
export type Draft = VersionFields;

export function draftOf(version: RuleVersion): Draft {
  const { from, until, issuer, document, source, appeal, supersedes, invented, table, cases } =
    version;
  return { from, until, issuer, document, source, appeal, supersedes, invented, table, cases };
}

const annotations = ['why zh-CN', 'why en', 'do zh-CN', 'do en'];

/** The first version of a rule-set, with nothing in it yet. */
export function emptyDraft(name: { 'zh-CN': string; en: string }, now: string): Draft {
  return {
    from: nextDay(now),
    until: null,
    issuer: null,
    document: null,
    source: null,
    appeal: null,
    supersedes: [],
    invented: false,
    table: {
      id: 'rules',
      name: name['zh-CN'],
      say: name,
      hitPolicy: 'FIRST',
      columns: [],
      outputs: [
        {
          name: 'decision',
          type: 'string',
          words: [
            { value: 'yes', say: { 'zh-CN': '可以', en: 'may' }, admits: true },
            { value: 'no', say: { 'zh-CN': '不可以', en: 'may not' }, admits: false },
          ],
        },
      ],
      annotations,
      rules: [],
    },
    cases: [],
  };
}

/** A version that goes on from another: the same table and cases, from the day after now or after that one began. */
export function nextDraft(version: RuleVersion, now: string): Draft {
  const later = Date.parse(version.from) > Date.parse(now) ? version.from : now;
  return {
    ...draftOf(version),
    from: nextDay(later),
    until: null,
    document: null,
    source: null,
    supersedes: version.state === 'published' ? [version.id] : [],
  };
}

const changeRule = (draft: Draft, row: number, change: (rule: Rule) => Rule): Draft => ({
  ...draft,
  table: {
    ...draft.table,
    rules: draft.table.rules.map((rule, r) => (r === row ? change(rule) : rule)),
  },
});

const put = <T>(list: readonly T[], at: number, value: T, fill: T): T[] =>
  Array.from({ length: Math.max(list.length, at + 1) }, (_, i) =>
    i === at ? value : (list[i] ?? fill),
  );

export const setCell = (draft: Draft, row: number, column: number, text: string): Draft =>
  changeRule(draft, row, (rule) => ({ ...rule, when: put(rule.when, column, text, '-') }));

export const setOutcome = (draft: Draft, row: number, output: number, text: string): Draft =>
  changeRule(draft, row, (rule) => ({ ...rule, gives: put(rule.gives, output, text, '') }));

export function setNote(draft: Draft, row: number, heading: string, text: string): Draft {
  const headings = draft.table.annotations ?? [];
  const known = headings.includes(heading) ? headings : [...headings, heading];
  const at = known.indexOf(heading);
  const headed = { ...draft, table: { ...draft.table, annotations: [...known] } };
  return changeRule(headed, row, (rule) => ({
    ...rule,
    annotations: put(rule.annotations ?? [], at, text, ''),
  }));
}

export function addRule(draft: Draft, id: string): Draft {
  const { table } = draft;
  const rule: Rule = {
    id,
    when: table.columns.map(() => '-'),
    gives: table.outputs.map(() => ''),
  };
  return { ...draft, table: { ...table, rules: [...table.rules, rule] } };
}

export const removeRule = (draft: Draft, row: number): Draft => ({
  ...draft,
  table: { ...draft.table, rules: draft.table.rules.filter((_, r) => r !== row) },
});

export function moveRule(draft: Draft, row: number, to: number): Draft {
  const rules = [...draft.table.rules];
  const [moved] = rules.splice(row, 1);
  if (!moved) return draft;
  rules.splice(to, 0, moved);
  return { ...draft, table: { ...draft.table, rules } };
}

export function addColumn(draft: Draft, fact: RuleFact, catalogue: readonly RuleFact[]): Draft {
  const { table } = draft;
  const wider: DecisionTable = {
    ...table,
    columns: [...table.columns, { expression: fact.name }],
    rules: table.rules.map((rule) => ({ ...rule, when: [...rule.when, '-'] })),
  };
  return { ...draft, table: wordedTable(wider, catalogue) };
}

export function removeColumn(draft: Draft, column: number, catalogue: readonly RuleFact[]): Draft {
  const { table } = draft;
  const narrower: DecisionTable = {
    ...table,
    columns: table.columns.filter((_, c) => c !== column),
    rules: table.rules.map(({ cells: _, ...rule }) => ({
      ...rule,
      when: rule.when.filter((__, c) => c !== column),
    })),
  };
  return { ...draft, table: wordedTable(narrower, catalogue) };
}

export const setCase = (draft: Draft, at: number, given: TestCase): Draft => ({
  ...draft,
  cases: put(draft.cases, at, given, given),
});

export const removeCase = (draft: Draft, at: number): Draft => ({
  ...draft,
  cases: draft.cases.filter((_, i) => i !== at),
});
