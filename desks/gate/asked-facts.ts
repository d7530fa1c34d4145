import { factsAsked } from '@liangbuwu/office/rulebook/check-version.ts';
import type { RuleFact, RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';

/** The facts of the catalogue that a version's columns ask for: nothing else is looked at, or kept. */
export function askedFacts(
  { table }: Pick<RuleVersion, 'table'>,
  catalogue: readonly RuleFact[],
): RuleFact[] {
  const declared = new Set(catalogue.map(({ name }) => name));
  const names = new Set(
    table.columns.flatMap(({ expression }) => factsAsked(expression, declared)),
  );
  return catalogue.filter(({ name }) => names.has(name));
}
