import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import type { Rules } from '@liangbuwu/eligibility/decide/rules.ts';
import { InvalidTable } from '@liangbuwu/eligibility/refuse/refusals.ts';
import { type OpenBundle, rulesInForce } from '@liangbuwu/passes/index.ts';
import type { CarriedRule } from '../../bundle/carried-rule.ts';

const atTheGate = 'at-the-gate';

function carriedAt(bundle: OpenBundle, at: number): { id: string; rule: CarriedRule }[] {
  return rulesInForce(bundle.bundle, Math.floor(at / 1000)).flatMap(({ id, content }) => {
    try {
      const rule = JSON.parse(content) as Partial<CarriedRule>;
      return rule.name ? [{ id, rule: rule as CarriedRule }] : [];
    } catch {
      return [];
    }
  });
}

/** The rules that ask for a pass, of those that the bundle carries and whose time it is. */
export const passRulesAt = (bundle: OpenBundle, at: number): CarriedRule[] =>
  carriedAt(bundle, at).flatMap(({ id, rule }) => (id === atTheGate ? [] : [rule]));

/** A rule of what is looked at at the gate; without `rules` this page is too old to read it. */
export type GateRule = { carried: CarriedRule; rules: Rules | undefined };

const ready = new Map<string, Rules | undefined>();

/** The rule of what is looked at here at that moment, ready to decide; undefined: there is none. */
export function gateRuleAt(bundle: OpenBundle, at: number): GateRule | undefined {
  const carried = carriedAt(bundle, at).find(({ id }) => id === atTheGate)?.rule;
  if (!carried) return undefined;
  // What is published stays as it is, so a version is read once.
  if (!ready.has(carried.version)) ready.set(carried.version, read(carried.table));
  return { carried, rules: ready.get(carried.version) };
}

function read(table: CarriedRule['table']): Rules | undefined {
  if (!table) return undefined;
  try {
    return compile(table);
  } catch (error) {
    if (error instanceof InvalidTable) return undefined;
    throw error;
  }
}
