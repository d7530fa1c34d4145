import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import { requireAreas } from '../register/scope.ts';
import { versionFaults, wordedTable } from './check-version.ts';
import * as routes from './contract.ts';
import { decideEndpoints } from './decide-server.ts';
import { differences } from './differences.ts';
import { dmnEndpoints } from './dmn-server.ts';
import { type Doing, getOwnSet, nowThere, tell } from './doing.ts';
import { endingEndpoints } from './endings-server.ts';
import { factEndpoints } from './facts-server.ts';
import type { Purpose, RuleSet, RuleVersion, VersionFields } from './rulebook.ts';
import {
  endsBeforeItBegins,
  fourEyes,
  historyStays,
  nextVersion,
  notReady,
  notYourProposal,
  rewrites,
  setExists,
  setIsFixed,
  supersedesUnknown,
  type VersionEvent,
  workedOn,
  wrongState,
} from './rules.ts';
import * as store from './store.ts';

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
    const subject = `rule-set:${set.id}`;
    if (before)
      tell(deed, 'rulebook.set-renamed', subject, set, { before: before.name, name: set.name });
    else tell(deed, 'rulebook.set-saved', subject, set, { name: set.name });
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
    const draft = { ...given, table, id: params.version, by: actor.account };
    if (before) await store.updateDraft(tx, draft);
    else
      await store.insertDraft(tx, actor.tenant, { ...draft, set: of, at: clock.now().toString() });
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

  endpoint(routes.withdrawRules, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    const version = await store.getVersion(tx, params.version, true);
    const set = await getOwnSet(tx, version.set);
    requireSeen(version, body.seen, 'withdrawn');
    if (version.proposedBy?.id !== actor.account) throw refuse(notYourProposal, undefined);
    await store.moveVersion(tx, version.id, {
      state: 'draft',
      by: actor.account,
      at: clock.now().toString(),
    });
    tell(deed, 'rulebook.withdrawn', `rules:${version.id}`, set, {});
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
    if (workedOn(version).includes(actor.account)) throw refuse(fourEyes, undefined);
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

  endpoint(routes.compareRules, async ({ params, query }, { tx }) => {
    const before = await store.getVersion(tx, query.from);
    const after = await store.getVersion(tx, params.version);
    const { purpose } = await store.getSet(tx, after.set);
    return { differences: differences(before, after, purpose) };
  }),

  ...endingEndpoints(),
  ...factEndpoints(),
  ...dmnEndpoints(),
  ...decideEndpoints(),
];

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

async function requireHistoryStays(deed: Doing, set: RuleSet, version: RuleVersion): Promise<void> {
  const now = await nowThere(deed, set);
  // Of whatever kind: which of them governed was decided by where they lie, and by the response of the moment.
  const sets = await store.listSets(deed.tx, set.purpose);
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
