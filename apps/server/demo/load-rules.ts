import type { Call } from '@liangbuwu/office/http/client.ts';
import {
  getRuleSet,
  proposeRules,
  publishRules,
  putRuleDraft,
  putRuleFact,
  putRuleSet,
} from '@liangbuwu/office/rulebook/contract.ts';
import type { RuleFact, RuleVersion, VersionFields } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** The regimes, drafted and proposed by one person and published by another, in the order in which they came. */
export async function loadRules(
  { scenario, administrator, area }: Loading,
  clerk: Call,
): Promise<void> {
  const { facts, sets } = scenario.rules;
  for (const { name, ...fact } of facts) {
    await administrator(putRuleFact, {
      params: { fact: name },
      body: fact as Omit<RuleFact, 'name'>,
    });
  }
  const held = new Map<string, RuleVersion>();
  for (const set of sets) {
    const params = { set: stableId(`rule-set ${set.id}`) };
    await clerk(putRuleSet, {
      params,
      body: { area: area(set.area), purpose: set.purpose, kind: 'epidemic', name: set.name },
    });
    const { versions } = await clerk(getRuleSet, { params });
    for (const version of versions) held.set(version.id, version);
  }
  const inOrder = sets
    .flatMap(({ id: set, versions }) => versions.map((version) => ({ set, ...version })))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  for (const { id, set, draft, told: _, invented, supersedes, ...fields } of inOrder.map(
    (version) => ({ told: undefined, ...version }),
  )) {
    const version = stableId(`rules ${id}`);
    let now = held.get(version);
    if (!now) {
      const body: VersionFields = {
        ...(fields as Omit<VersionFields, 'invented' | 'supersedes'>),
        invented: invented ?? false,
        supersedes: supersedes.map((other) => stableId(`rules ${other}`)),
      };
      now = await clerk(putRuleDraft, {
        params: { version },
        body: { ...body, set: stableId(`rule-set ${set}`), seen: null },
      });
    }
    if (draft) continue;
    const params = { version };
    if (now.state === 'draft')
      now = await clerk(proposeRules, { params, body: { seen: now.version } });
    if (now.state === 'proposed')
      await administrator(publishRules, { params, body: { seen: now.version } });
  }
}
