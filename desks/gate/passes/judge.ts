import type { Because } from '@liangbuwu/eligibility/answer.ts';
import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import { admits } from '@liangbuwu/office/rulebook/admits.ts';
import { answerOf, governing } from '@liangbuwu/office/rulebook/decide-server.ts';
import type { RuleFact, RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import * as rulebook from '@liangbuwu/office/rulebook/rules.ts';
import { listFacts } from '@liangbuwu/office/rulebook/store.ts';
import { askedFacts } from '../asked-facts.ts';
import type { FactValues, Gate, Purpose } from '../gate.ts';
import type { Decision } from './pass.ts';
import { nothingAsked } from './pass-rules.ts';

export interface Judged {
  decision: Decision;
  /** The outcome as the rule writes it; null where it is not known. */
  outcome: unknown;
  admitted: boolean;
  /** Of what was given only what the rule asks for: nothing else is looked at, or kept. */
  facts: FactValues;
  /** Of the facts those about somebody's health. */
  health: FactValues;
  /** The facts that it asks for. */
  asked: RuleFact[];
  /** The version that decided. */
  by: RuleVersion;
  /** All that bears on it, as the rule's table tells it. */
  told: readonly Because[];
}

const mostTold = 5;

/** What is told of an answer: which rule applies, and what would change it. What is missing, who issued the rule and where to appeal stand beside. */
const isTold = ({ kind, status }: { kind: string; status?: unknown }): boolean =>
  kind === 'rule' ? status === 'applies' : ['open', 'no-rule', 'change'].includes(kind);

/** Judges by the rule that governs there at that moment. Refuses where none does: then nothing is asked of anybody. */
export async function judge(
  { tx, clock }: { tx: Tx; clock: Clock },
  of: { purpose: Purpose; gates: readonly Pick<Gate, 'area'>[]; at: string; facts: FactValues },
): Promise<Judged> {
  const catalogue = await listFacts(tx);
  const areas = [...new Set(of.gates.map(({ area }) => area))];
  const judged: Judged[] = [];
  let why: Say | undefined;
  for (const area of areas) {
    const governed = await governing(tx, clock, { purpose: of.purpose, area, at: of.at });
    if (governed.is !== 'in-force') {
      why = rulebook.nothingAsked[governed.is];
      continue;
    }
    judged.push(judgeBy(governed.set.name, governed.version, catalogue, of));
  }
  const [first] = judged;
  if (!first) throw refuse(nothingAsked, { why: why ?? rulebook.nothingAsked['no-rule'] });
  // A pass for several areas has to stand before the rules of each.
  return judged.find(({ admitted }) => !admitted) ?? first;
}

function judgeBy(
  rule: Say,
  version: RuleVersion,
  catalogue: readonly RuleFact[],
  of: { purpose: Purpose; at: string; facts: FactValues },
): Judged {
  const asked = askedFacts(version, catalogue);
  const names = new Set(asked.map(({ name }) => name));
  const facts = Object.fromEntries(Object.entries(of.facts).filter(([name]) => names.has(name)));
  const isHealth = new Set(
    asked.filter(({ sensitivity }) => sensitivity === 'health').map(({ name }) => name),
  );
  const { known, outcome, ask, because } = answerOf(version, facts, of.at);
  const applies = because.find((one) => one.kind === 'rule' && one.status === 'applies');
  const words = version.table.outputs[0]?.words?.find(({ value }) => value === outcome)?.say;
  return {
    outcome: known ? outcome : null,
    admitted: known && admits(of.purpose, version.table.outputs, outcome),
    facts,
    health: Object.fromEntries(Object.entries(facts).filter(([name]) => isHealth.has(name))),
    asked,
    by: version,
    told: because,
    decision: {
      rule,
      version: version.id,
      number: version.number,
      document: version.document,
      appeal: version.appeal,
      invented: version.invented,
      known,
      outcome: known ? (words ?? null) : null,
      // In the order of the rule's columns, as they are best asked.
      ask: ask.flatMap((name) => asked.filter((fact) => fact.name === name)),
      because: because
        .filter(isTold)
        .slice(0, mostTold)
        .map(({ say }) => say),
      todo: (known && applies?.kind === 'rule' && applies.todo) || null,
      again: (known && applies?.kind === 'rule' && applies.again) || null,
    },
  };
}
