import type { Call } from '@liangbuwu/office/http/client.ts';
import {
  getRuleSet,
  proposeRules,
  publishRules,
  putRuleDraft,
  putRuleFact,
  putRuleSet,
  readRuleDmn,
} from '@liangbuwu/office/rulebook/contract.ts';
import type { RuleFact, RuleVersion, VersionFields } from '@liangbuwu/office/rulebook/rulebook.ts';
import { readRulesFile } from '@liangbuwu/scenario-zhuzhou-2022-11/rulebook.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** The regimes, drafted and proposed by one person and published by another, in the order in which they came. */
export async function loadRules(
  { scenario, administrator, area }: Loading,
  clerk: Call,
): Promise<void> {
  const { facts, sets } = scenario.rulebook;
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
  const versions = [];
  for (const { id: set, versions: given } of sets)
    for (const version of given)
      versions.push({ set, id: version.id, ...(await fieldsOf(version, clerk)) });
  versions.sort((a, b) => Date.parse(a.fields.from) - Date.parse(b.fields.from));
  for (const { set, id, fields, draft } of versions) {
    const params = { version: stableId(`rules ${id}`) };
    const now =
      held.get(params.version) ??
      (await clerk(putRuleDraft, {
        params,
        body: { ...fields, set: stableId(`rule-set ${set}`), seen: null },
      }));
    if (draft) continue;
    await bringIntoForce(now, clerk, administrator);
  }
}

type Version = Loading['scenario']['rulebook']['sets'][number]['versions'][number];

/** What a clerk writes down of a version; one in a file comes in by the door for DMN. */
async function fieldsOf(
  version: Version,
  clerk: Call,
): Promise<{ fields: VersionFields; draft: boolean }> {
  const supersedes = version.supersedes.map((other) => stableId(`rules ${other}`));
  if ('dmn' in version) {
    const { tables } = await clerk(readRuleDmn, { body: { xml: readRulesFile(version.dmn) } });
    const [read] = tables;
    if (!read?.issue.from) throw new Error(`${version.dmn} has no table that says when it begins`);
    const { source, cases } = version;
    const { table, issue } = read;
    const fields = { ...issue, from: read.issue.from, source, cases, table, supersedes };
    return { fields, draft: false };
  }
  const { id: _, draft, invented, ...given } = version;
  return { fields: { ...given, supersedes, invented: invented ?? false }, draft: draft ?? false };
}

async function bringIntoForce(drafted: RuleVersion, clerk: Call, second: Call): Promise<void> {
  const params = { version: drafted.id };
  let now = drafted;
  if (now.state === 'draft')
    now = await clerk(proposeRules, { params, body: { seen: now.version } });
  if (now.state === 'proposed') await second(publishRules, { params, body: { seen: now.version } });
}
