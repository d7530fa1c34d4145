import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import type { Rules } from '@liangbuwu/eligibility/decide/rules.ts';
import { InvalidFacts } from '@liangbuwu/eligibility/refuse/refusals.ts';
import type { Reported } from '@liangbuwu/office/people/read-for-rule.ts';
import { admits } from '@liangbuwu/office/rulebook/admits.ts';
import { factsAsked, issuedTable } from '@liangbuwu/office/rulebook/check-version.ts';
import type { RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import { nothingAsked } from '@liangbuwu/office/rulebook/rules.ts';
import type { MemberKind } from '../members/member.ts';
import type { Place } from '../members/member-store.ts';
import type { ByRule, FullAnswer, ReturnAnswer } from './answer.ts';
import { factsOfRegister, factsOfReport, type Reportable, reportable } from './facts-of.ts';
import type { Governing } from './governing.ts';

/** One person, at their place, as the rule of the day looks at them. */
export interface Judged {
  kind: MemberKind;
  place: Place;
  /** Undefined: nothing is known of them but where they belong. */
  said: Pick<Reported, 'withheld' | 'report'> | undefined;
}

const purpose = 'return-to-school';

export function answerOf(by: Governing, of: Judged): ReturnAnswer {
  const { governed } = by;
  if (governed.is !== 'in-force')
    return { state: 'free', outcome: null, why: nothingAsked[governed.is], ask: [] };
  return read(by, governed.version, of).answer;
}

export function fullAnswerOf(by: Governing, of: Judged): FullAnswer {
  const { governed, arrival, arrivalKnown } = by;
  const nothing = {
    arrival,
    arrivalKnown,
    row: null,
    todo: null,
    again: null,
    changes: [],
    rule: null,
  };
  if (governed.is !== 'in-force') return { ...answerOf(by, of), ...nothing };
  const { version } = governed;
  const { answer, decided } = read(by, version, of);
  const { applies } = decided;
  return {
    ...answer,
    ...nothing,
    row: applies?.row ?? null,
    todo: applies?.todo ?? null,
    again: applies?.again ?? null,
    changes:
      answer.state === 'may-return'
        ? []
        : decided.because
            .filter(
              (one) => one.kind === 'change' && admits(purpose, version.table.outputs, one.outcome),
            )
            .slice(0, 3)
            .map(({ say }) => say),
    rule: ruleOf(by),
  };
}

/** The rule as it is told; null where none is in force. */
export function ruleOf({ governed }: Governing): ByRule | null {
  if (governed.is !== 'in-force') return null;
  const { set, version } = governed;
  const { id, number, from, until, issuer, document, appeal, invented } = version;
  return {
    version: id,
    name: set.name,
    number,
    from,
    until,
    issuer,
    document,
    appeal,
    invented,
  };
}

function read(
  { arrival: at, catalogue }: Governing,
  version: RuleVersion,
  { said, ...who }: Judged,
) {
  const rules = rulesOf(version);
  const told = said?.withheld ? undefined : said?.report?.value;
  const facts = {
    ...factsOfReport(told),
    ...factsOfRegister(version.table, { ...who, arrival: at }),
  };
  const decided = decide(rules, facts, at);
  const { known, outcome, ask, applies } = decided;
  const admitted = known && admits(purpose, version.table.outputs, outcome);
  const words = version.table.outputs[0]?.words?.find(({ value }) => value === outcome)?.say;
  const open = said?.withheld ? 'consent' : told ? 'missing' : 'not-reported';
  const answer: ReturnAnswer = {
    state: !known ? open : admitted ? 'may-return' : 'not-now',
    outcome: known ? (words ?? null) : null,
    why: (known && applies?.why) || null,
    ask:
      known || !told
        ? []
        : ask.map(
            (name) =>
              catalogue.find((fact) => fact.name === name)?.say ?? { 'zh-CN': name, en: name },
          ),
  };
  return { answer, decided };
}

type Facts = Parameters<Rules['decide']>[0];

/** A fact that does not fit the rule, such as a value that it does not know, is as if it had not been said. */
function decide(rules: Rules, facts: Facts, at: string): ReturnType<Rules['decide']> {
  try {
    return rules.decide(facts, { at });
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const unfit = new Set(error.faults.map(({ at: name }) => name));
    const fit = Object.entries(facts).filter(([name]) => !unfit.has(name));
    if (fit.length === Object.keys(facts).length) throw error;
    return decide(rules, Object.fromEntries(fit), at);
  }
}

// What is published stays as it is but for its end, so a version is read once for each.
const ready = new Map<string, Rules>();
const mostReady = 100;

function rulesOf(version: RuleVersion): Rules {
  const key = `${version.id} ${version.until}`;
  const rules = ready.get(key) ?? compile(issuedTable(version, version.number));
  if (ready.size >= mostReady) ready.clear();
  ready.set(key, rules);
  return rules;
}

/** Of what a family can tell, what a rule looks at: nothing else is asked, or kept. */
export function askedOf({ governed, catalogue }: Governing): Reportable[] {
  if (governed.is !== 'in-force') return [];
  const { table } = governed.version;
  const declared = new Set(catalogue.map(({ name }) => name));
  const names = new Set(
    table.columns.flatMap(({ expression }) => factsAsked(expression, declared)),
  );
  return reportable.filter((name) => names.has(name));
}
