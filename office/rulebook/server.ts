import { readDmn } from '@liangbuwu/eligibility/dmn/read-dmn.ts';
import { writeDmn } from '@liangbuwu/eligibility/dmn/write-dmn.ts';
import type { Tx } from '../database/connection.ts';
import { type Deed, type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import { getRoot } from '../register/areas/root.ts';
import { requireAreas } from '../register/scope.ts';
import { listResponses } from '../responses/store.ts';
import {
  factsAsked,
  issuedTable,
  issueFields,
  versionFaults,
  whyUnfit,
  wordedTable,
} from './check-version.ts';
import * as routes from './contract.ts';
import { decideEndpoints } from './decide-server.ts';
import { differences } from './differences.ts';
import type { Purpose, RuleFact, RuleSet, RuleVersion, VersionFields } from './rulebook.ts';
import {
  dmnUnreadable,
  endsBeforeItBegins,
  factInUse,
  fourEyes,
  historyStays,
  nextVersion,
  notReady,
  rewrites,
  setExists,
  setIsFixed,
  supersedesUnknown,
  type VersionEvent,
  wrongState,
} from './rules.ts';
import * as store from './store.ts';
import { DecisionTable } from './table.ts';

type Doing = Deed & { actor: Actor };

export const rulebookEndpoints = (): Endpoint[] => [
  endpoint(routes.listRuleSets, async (_, { tx, clock }) => {
    const [sets, versions] = [await store.listSets(tx), await store.listVersionHeads(tx)];
    return {
      sets: sets.map((set) => ({
        ...set,
        versions: versions.filter((one) => one.set === set.id),
      })),
      now: clock.now().toString({ smallestUnit: 'millisecond' }),
    };
  }),

  endpoint(routes.getRuleSet, async ({ params }, { tx }) => ({
    set: await store.getSet(tx, params.set),
    versions: await store.listVersions(tx, params.set),
  })),

  endpoint(routes.putRuleSet, async ({ params, body }, deed) => {
    const { tx, actor } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const fields = { id: params.set, ...body };
    await requireAreas(tx, [body.area]);
    const before = await store.findSet(tx, params.set);
    const isFixed =
      before &&
      (before.area.id !== body.area ||
        before.purpose !== body.purpose ||
        before.kind !== body.kind);
    if (isFixed) throw refuse(setIsFixed, undefined);
    if (before && JSON.stringify(before.name) === JSON.stringify(body.name)) return before;
    const same = before ? undefined : await store.findSetFor(tx, fields);
    if (same) throw refuse(setExists, { name: same.name['zh-CN'] });
    if (before) await store.renameSet(tx, params.set, body.name);
    else await store.insertSet(tx, actor.tenant, fields);
    const set = await store.getSet(tx, params.set);
    tell(deed, 'rulebook.set-saved', `rule-set:${set.id}`, set, {});
    return set;
  }),

  endpoint(routes.putRuleDraft, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const { seen, set: of, ...given } = body;
    const set = await getOwnSet(tx, of);
    const before = await store.findVersion(tx, params.version, true);
    if (before) requireSeen(before, seen ?? 0, 'saved');
    else if (seen !== null) throw refuse(changedMeanwhile, undefined);
    if (before && before.set !== of) throw refuse(changedMeanwhile, undefined);
    if (given.until !== null && Date.parse(given.until) <= Date.parse(given.from))
      throw refuse(endsBeforeItBegins, undefined);
    await requireSupersedable(tx, set, given, params.version);
    const table = wordedTable(given.table, await store.listFacts(tx));
    const draft = {
      ...given,
      table,
      id: params.version,
      by: actor.account,
      at: clock.now().toString(),
    };
    if (before) await store.updateDraft(tx, draft);
    else await store.insertDraft(tx, actor.tenant, { ...draft, set: of });
    tell(deed, 'rulebook.drafted', `rules:${params.version}`, set, {});
    return store.getVersion(tx, params.version);
  }),

  endpoint(routes.discardRuleDraft, async ({ params }, deed) => {
    const version = await store.getVersion(deed.tx, params.version, true);
    const set = await getOwnSet(deed.tx, version.set);
    requireState(version, 'saved');
    await store.deleteDraft(deed.tx, version.id);
    tell(deed, 'rulebook.discarded', `rules:${version.id}`, set, {});
    return { discarded: true as const };
  }),

  endpoint(routes.proposeRules, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    const version = await store.getVersion(tx, params.version, true);
    const set = await getOwnSet(tx, version.set);
    requireSeen(version, body.seen, 'proposed');
    await requireSupersedable(tx, set, version, version.id);
    const table = await requireReady(tx, version, set.purpose);
    const by = { by: actor.account, at: clock.now().toString() };
    await store.moveVersion(tx, version.id, { state: 'proposed', ...by, table });
    tell(deed, 'rulebook.proposed', `rules:${version.id}`, set, {});
    return store.getVersion(tx, version.id);
  }),

  endpoint(routes.sendRulesBack, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    const version = await store.getVersion(tx, params.version, true);
    const set = await getOwnSet(tx, version.set);
    requireSeen(version, body.seen, 'sent-back');
    await store.moveVersion(tx, version.id, {
      state: 'draft',
      by: actor.account,
      at: clock.now().toString(),
      sentBack: body.reason,
    });
    tell(deed, 'rulebook.sent-back', `rules:${version.id}`, set, { reason: body.reason });
    return store.getVersion(tx, version.id);
  }),

  endpoint(routes.publishRules, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const version = await store.getVersion(tx, params.version, true);
    const set = await getOwnSet(tx, version.set);
    requireSeen(version, body.seen, 'published');
    const { draftedBy, proposedBy } = version;
    if ([draftedBy.id, proposedBy?.id].includes(actor.account)) throw refuse(fourEyes, undefined);
    await requireReady(tx, version, set.purpose);
    await requireSupersedable(tx, set, version, version.id);
    await requireHistoryStays(deed, set, version);
    await store.moveVersion(tx, version.id, {
      state: 'published',
      by: actor.account,
      at: clock.now().toString(),
    });
    tell(deed, 'rulebook.published', `rules:${version.id}`, set, {
      from: version.from,
      supersedes: version.supersedes,
    });
    return store.getVersion(tx, version.id);
  }),

  endpoint(routes.compareRules, async ({ params, query }, { tx }) => ({
    differences: differences(
      await store.getVersion(tx, query.from),
      await store.getVersion(tx, params.version),
    ),
  })),

  endpoint(routes.listRuleFacts, async (_, { tx }) => ({
    facts: await store.listFacts(tx),
    whole: await getRoot(tx).then(({ id, name }) => ({ id, name })),
  })),

  endpoint(routes.putRuleFact, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    await store.lockRulebook(tx, actor.tenant);
    // The catalogue holds for the whole tenant.
    const { id: root } = await getRoot(tx);
    await requireAreas(tx, [root]);
    const fact: RuleFact = { name: params.fact, ...body };
    const before = (await store.listFacts(tx)).find(({ name }) => name === fact.name);
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return fact;
    if (before) await requireUnused(tx, before, fact);
    await store.putFact(tx, actor.tenant, fact);
    record({
      action: 'rulebook.fact-saved',
      subject: `rule-fact:${encodeURIComponent(fact.name)}`,
      area: root,
      detail: { sensitivity: fact.sensitivity, purposes: fact.purposes },
    });
    announce({ topic: 'rulebook', area: null, id: 'facts' });
    return fact;
  }),

  endpoint(routes.readRuleDmn, async ({ body }) => {
    let read: Awaited<ReturnType<typeof readDmn>>;
    try {
      read = await readDmn(body.xml);
    } catch (error) {
      throw refuse(dmnUnreadable, { why: whyUnfit(error) });
    }
    const tables = read.map((given) => {
      const { issue, ...rest } = given;
      const parsed = DecisionTable.safeParse(rest);
      if (parsed.success) return { table: parsed.data, issue: issueFields(issue) };
      const at = parsed.error.issues[0]?.path.join('.') ?? '';
      throw refuse(dmnUnreadable, {
        why: say(`${at} 太长或太多`, `${at} is too long or too many`),
      });
    });
    return { tables };
  }),

  endpoint(routes.writeRuleDmn, async ({ params }, { tx }) => {
    const version = await store.getVersion(tx, params.version);
    const set = await store.getSet(tx, version.set);
    return {
      file: `${set.purpose}-${version.number}.dmn`,
      xml: await writeDmn(issuedTable(version, version.number)),
    };
  }),

  ...decideEndpoints(),
];

function tell(
  { record, announce }: Doing,
  action: `rulebook.${string}`,
  subject: string,
  set: RuleSet,
  detail: Record<string, unknown>,
): void {
  record({ action, subject, area: set.area.id, detail: { set: set.id, ...detail } });
  announce({ topic: 'rulebook', area: null, id: set.id });
}

/** The rule-set, in whose area the request may do what it asks. */
async function getOwnSet(tx: Tx, id: string): Promise<RuleSet> {
  const set = await store.getSet(tx, id);
  await requireAreas(tx, [set.area.id]);
  return set;
}

function requireState(version: RuleVersion, event: VersionEvent): void {
  if (nextVersion(version.state, event)) return;
  const needs = event === 'saved' || event === 'proposed' ? 'draft' : 'proposed';
  throw refuse(wrongState, { state: version.state, needs });
}

function requireSeen(version: RuleVersion, seen: number, event: VersionEvent): void {
  requireState(version, event);
  if (version.version !== seen) throw refuse(changedMeanwhile, undefined);
}

/** Refuses with every fault at its place; returns the table in the words of the catalogue. */
async function requireReady(
  tx: Tx,
  version: RuleVersion,
  purpose: Purpose,
): Promise<RuleVersion['table']> {
  const catalogue = await store.listFacts(tx);
  const faults = versionFaults(version, purpose, catalogue);
  if (faults.length === 0) return wordedTable(version.table, catalogue);
  const at = faults
    .slice(0, 100)
    .map(({ at: path, code, cause, remedy }) => ({ path: `/${path}`, code, cause, remedy }));
  throw refuse(notReady, { faults: faults.length }, at);
}

async function requireSupersedable(
  tx: Tx,
  set: RuleSet,
  { supersedes }: Pick<VersionFields, 'supersedes'>,
  own: string,
): Promise<void> {
  if (supersedes.length === 0) return;
  const sets = await store.listSets(tx, set.purpose);
  const published = await store.listPublished(
    tx,
    sets.map(({ id }) => id),
  );
  // A version may end what holds in its own area and below it.
  const below = new Set(
    sets.filter(({ area }) => area.path.includes(set.area.id)).map(({ id }) => id),
  );
  const known = new Set(published.filter((one) => below.has(one.set)).map(({ id }) => id));
  if (supersedes.some((id) => id === own || !known.has(id)))
    throw refuse(supersedesUnknown, undefined);
}

/** The latest of the clocks by which this rule-set's area lives: its responses', else the system's. */
async function nowThere({ tx, clock }: Doing, set: RuleSet): Promise<string> {
  const open = (await listResponses(tx, clock)).filter(
    ({ id, ended }) => ended === null && set.responses.includes(id),
  );
  const clocks = open.map(({ now }) => now).sort((a, b) => Date.parse(a) - Date.parse(b));
  return clocks.at(-1) ?? clock.now().toString();
}

async function requireHistoryStays(deed: Doing, set: RuleSet, version: RuleVersion): Promise<void> {
  const now = await nowThere(deed, set);
  const sets = (await store.listSets(deed.tx, set.purpose)).filter(({ kind }) => kind === set.kind);
  const published = await store.listPublished(
    deed.tx,
    sets.map(({ id }) => id),
  );
  const above = new Set(
    sets
      .filter(({ id, area }) => id !== set.id && set.area.path.includes(area.id))
      .map(({ id }) => id),
  );
  const broken = rewrites({
    version,
    now,
    earlier: published.filter((one) => one.set === set.id),
    others: published.filter((one) => above.has(one.set)),
  });
  if (broken) throw refuse(historyStays, { from: version.from, now });
}

/** Refuses to take from a fact what rules in force rely on. */
async function requireUnused(tx: Tx, before: RuleFact, after: RuleFact): Promise<void> {
  const purposes = new Set<Purpose>();
  for (const { purpose, table } of await store.listBinding(tx)) {
    const declared = new Set((table.facts ?? []).map(({ name }) => name));
    const asks = table.columns.some(({ expression }) =>
      factsAsked(expression, declared).includes(before.name),
    );
    if (asks) purposes.add(purpose);
  }
  if (purposes.size === 0) return;
  const values = new Set(after.values.map(({ value }) => value));
  const kept =
    before.type === after.type &&
    before.values.every(({ value }) => values.has(value)) &&
    [...purposes].every((purpose) => after.purposes.includes(purpose));
  if (!kept) throw refuse(factInUse, { name: before.say['zh-CN'] });
}
