import type { RuleStatement } from '@liangbuwu/eligibility/answer.ts';
import type { Rules } from '@liangbuwu/eligibility/decide/rules.ts';
import { InvalidFacts } from '@liangbuwu/eligibility/refuse/refusals.ts';
import type { Constant, Say } from '@liangbuwu/eligibility/table.ts';
import { admits } from '@liangbuwu/office/rulebook/admits.ts';
import type { CheckBody } from '../checks/check.ts';

// The phone judges by this file, and the server again: nothing heavier than the rules themselves may be imported.

export type Facts = Readonly<Record<string, Constant>>;

/** What of a check a rule may ask by these names: the rest is `facts` by its own. */
type Said = Pick<CheckBody, 'direction' | 'temperature' | 'mask' | 'facts'> & {
  vehicle?: Pick<NonNullable<CheckBody['vehicle']>, 'disinfected'> | undefined;
};

/** All that is known of one who came, by the names of the catalogue: what the guard said, which way, and as what the pass says they come. */
export function factsOf(
  { direction, temperature, mask, vehicle, facts }: Said,
  kind: string | null | undefined,
): Facts {
  return {
    ...(kind && { comes: kind === 'person' ? 'person' : 'vehicle' }),
    ...facts,
    direction,
    ...(temperature !== undefined && { temperature }),
    ...(mask !== undefined && { mask }),
    ...(typeof vehicle?.disinfected === 'boolean' && { disinfected: vehicle.disinfected }),
  };
}

/** The outcome by which the guard looks again. Which let somebody go on the rule says; any other stops them. */
const lookAgain = 'look';

/** Characters of an outcome that a check has room for. */
const longest = 200;

export interface JudgedAtGate {
  /** Amber too while something is not known. */
  verdict: 'green' | 'amber' | 'red';
  /** As the rule writes it; null: not known. */
  outcome: string | null;
  /** The outcome in words. */
  say: Say | null;
  /** The facts that are missing and matter. */
  ask: readonly string[];
  /** The rule that applies, with its clauses and what is done next. */
  by: RuleStatement | undefined;
}

/** What a rule says of these facts; one that does not fit it, such as a value that it does not know, is as if it had not been said. */
export function judgeAtGate(rules: Rules, facts: Facts, at: string): JudgedAtGate {
  const { known, outcome, ask, because } = answerTo(rules, facts, at);
  const by = because.find(
    (said): said is RuleStatement => said.kind === 'rule' && said.status === 'applies',
  );
  const text = typeof outcome === 'string' ? outcome : JSON.stringify(outcome);
  const written = known ? text.slice(0, longest) : null;
  const [output] = rules.table.outputs;
  return {
    verdict: known ? verdictOf(rules, outcome) : 'amber',
    outcome: written,
    say: output?.words?.find(({ value }) => known && value === outcome)?.say ?? null,
    ask,
    by: known ? by : undefined,
  };
}

function verdictOf({ table }: Rules, outcome: unknown): JudgedAtGate['verdict'] {
  if (admits('at-the-gate', table.outputs, outcome)) return 'green';
  return outcome === lookAgain ? 'amber' : 'red';
}

function answerTo(rules: Rules, facts: Facts, at: string): ReturnType<Rules['decide']> {
  try {
    return rules.decide(facts, { at, changes: false });
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const unfit = new Set(error.faults.map(({ at: name }) => name));
    const fit = Object.entries(facts).filter(([name]) => !unfit.has(name));
    if (fit.length === Object.keys(facts).length) throw error;
    return answerTo(rules, Object.fromEntries(fit), at);
  }
}
