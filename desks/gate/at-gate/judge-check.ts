import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import type { Rules } from '@liangbuwu/eligibility/decide/rules.ts';
import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { governing } from '@liangbuwu/office/rulebook/decide-server.ts';
import type { RuleFact, RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import { listFacts } from '@liangbuwu/office/rulebook/store.ts';
import { askedFacts } from '../asked-facts.ts';
import type { CheckBody } from '../checks/check.ts';
import { atTheGate, type Flag, type Gate } from '../gate.ts';
import type { RuleFinding } from './finding.ts';
import { factsOf, judgeAtGate } from './judge-at-gate.ts';

export interface JudgedCheck {
  /** Null: no rule says what is looked at there. */
  found: RuleFinding | null;
  /** What it asks for. */
  asked: readonly RuleFact[];
}

/** Judges a check again by the rule that governs at its gate at its moment. */
export async function judgeCheck(
  { tx, clock }: { tx: Tx; clock: Clock },
  gate: Pick<Gate, 'area'>,
  body: CheckBody,
  kind: string | null | undefined,
): Promise<JudgedCheck> {
  const governed = await governing(tx, clock, {
    purpose: atTheGate,
    area: gate.area,
    at: body.at,
  });
  if (governed.is !== 'in-force') return { found: null, asked: [] };
  const { version } = governed;
  const judged = judgeAtGate(rulesOf(version), factsOf(body, kind), body.at);
  return {
    found: { version: version.id, verdict: judged.verdict, outcome: judged.outcome },
    asked: askedFacts(version, await listFacts(tx)),
  };
}

// What is published stays as it is, so a version is read once, however many come by.
const ready = new Map<string, Rules>();
const mostReady = 100;

function rulesOf({ id, table }: RuleVersion): Rules {
  const rules = ready.get(id) ?? compile(table);
  if (ready.size >= mostReady) ready.clear();
  ready.set(id, rules);
  return rules;
}

/** What the server's word by the rule says of the phone's; undefined: the phone told of none. */
export function ruleFlags(
  { rule: phone, letThrough }: Pick<CheckBody, 'rule' | 'letThrough'>,
  found: RuleFinding | null,
): Flag[] {
  const flags: Flag[] = [];
  if (phone !== undefined) {
    const differs = phone?.verdict !== found?.verdict || phone?.outcome !== found?.outcome;
    const isStopped = (finding: RuleFinding | null) => finding?.verdict === 'red';
    if (phone?.version === found?.version) {
      if (differs) flags.push('finds-otherwise');
    } else if (isStopped(phone) !== isStopped(found)) flags.push('rule-unknown');
  }
  if (letThrough && phone?.verdict === 'red') flags.push('let-through-red');
  if (letThrough && found?.outcome === null) flags.push('not-asked');
  return flags;
}
