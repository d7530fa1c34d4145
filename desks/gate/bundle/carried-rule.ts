import type { DecisionTable } from '@liangbuwu/eligibility/table.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { RuleSet, RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';

/** A rule as a gate's bundle carries it: `content` of `CarriedRules`, as JSON; `id` is its purpose, and its times are when it governs there. */
export interface CarriedRule {
  /** Id of the version. */
  version: string;
  number: number;
  name: Say;
  issuer: Say | null;
  document: Say | null;
  /** Where one who disagrees can turn to. */
  appeal: Say | null;
  invented: boolean;
  /** What the phone decides by; only of what is looked at at the gate itself. */
  table?: DecisionTable;
}

export function carriedOf(
  { name, purpose }: Pick<RuleSet, 'name' | 'purpose'>,
  {
    id,
    number,
    issuer,
    document,
    appeal,
    invented,
    table,
  }: Pick<RuleVersion, 'id' | 'number' | 'issuer' | 'document' | 'appeal' | 'invented' | 'table'>,
): CarriedRule {
  return {
    version: id,
    number,
    name,
    issuer,
    document,
    appeal,
    invented,
    ...(purpose === 'at-the-gate' && { table: plain(table) }),
  };
}

/** Without what only an editor of tables needs. */
const plain = (table: RuleVersion['table']): DecisionTable => ({
  ...table,
  rules: table.rules.map(({ when, gives, annotations }) => ({
    when,
    gives,
    ...(annotations && { annotations }),
  })),
});
