import type { Fact } from '@liangbuwu/eligibility/table.ts';
import type { RuleFinding } from '../../at-gate/finding.ts';
import { factsOf, type JudgedAtGate, judgeAtGate } from '../../at-gate/judge-at-gate.ts';
import type { CarriedRule } from '../../bundle/carried-rule.ts';
import type { CheckBody } from '../../checks/check.ts';
import type { Reason } from '../check/check-body.ts';
import { type Noted, saidOf } from './answers.ts';
import type { GateRule } from './carried.ts';

/** What the rule says so far of who stands there, and what is still to be asked. */
export type JudgedByRule = {
  rule: CarriedRule;
  /** Undefined: this page cannot read the rule. */
  judged: JudgedAtGate | undefined;
  /** All that it may ask, in words. */
  facts: readonly Fact[];
  /** What is asked of the guard, in the rule's order: what is missing and matters, and what was answered. */
  asks: readonly Fact[];
  /** Those without an answer. */
  missing: readonly Fact[];
};

type Here = { direction: CheckBody['direction']; kind: string | null; at: number };

/** Asks for nothing that the phone knows, and for nothing that does not matter any more. */
export function judgeByRule({ carried, rules }: GateRule, here: Here, noted: Noted): JudgedByRule {
  if (!rules) return { rule: carried, judged: undefined, facts: [], asks: [], missing: [] };
  const words = new Map((rules.table.facts ?? []).map((fact) => [fact.name, fact]));
  const all = rules.facts.map((name): Fact => {
    const own = rules.table.columns.find(({ expression }) => expression.trim() === name)?.say;
    return { name, ...words.get(name), ...(own && { say: own }) };
  });
  const facts = factsOf({ direction: here.direction, ...saidOf(all, noted) }, here.kind);
  const judged = judgeAtGate(rules, facts, new Date(here.at).toISOString());
  // Whether it is a person or a vehicle comes before all else that depends on it.
  const ask = judged.ask.includes('comes') ? ['comes'] : judged.ask;
  const isSaid = ({ name }: Fact) => noted.said[name] !== undefined;
  const missing = all.filter(({ name }) => ask.includes(name));
  const asks = all.filter((fact) => isSaid(fact) || missing.includes(fact));
  return { rule: carried, judged, facts: all, asks, missing };
}

/** Whether a guard may be asked it: which way, and as what a pass says they come, the phone knows. */
export const isAsked = (fact: string): boolean => fact !== 'direction' && fact !== 'comes';

export const findingOf = ({ rule, judged }: JudgedByRule): RuleFinding | null =>
  judged ? { version: rule.version, verdict: judged.verdict, outcome: judged.outcome } : null;

const reasons: Readonly<Record<string, Reason>> = {
  temperature: 'temperature',
  mask: 'mask',
  disinfected: 'disinfection',
  sealed: 'seal',
};

/** Of a rule that stops somebody, by what. */
export function reasonOf({ judged }: JudgedByRule): Reason | undefined {
  if (judged?.verdict !== 'red') return undefined;
  const named = judged.by?.clauses.flatMap(({ asks }) => reasons[asks] ?? []) ?? [];
  return named[0] ?? 'rule';
}
