import type { Fact } from '@liangbuwu/office/responses/contract.ts';
import type { Said } from '@liangbuwu/ui/language/messages.ts';

export type SourceFacts = { source: Said; facts: readonly Fact[]; assumed: number };

/** Facts under the source that tells them, both in the order they were registered. */
export function groupBySource(facts: readonly Fact[]): SourceFacts[] {
  const groups = new Map<string, { source: Said; facts: Fact[] }>();
  for (const fact of facts) {
    const key = `${fact.source['zh-CN']}\n${fact.source.en}`;
    const group = groups.get(key) ?? { source: fact.source, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    assumed: group.facts.filter(({ assumed }) => assumed !== null).length,
  }));
}
