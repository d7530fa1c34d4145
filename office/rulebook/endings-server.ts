import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import { type Doing, getOwnSet, nowThere, tell } from './doing.ts';
import { endingFourEyes, endingProposed, endingUnfit, whyNotEnd } from './ending-rules.ts';
import * as routes from './endings.contract.ts';
import type { RuleSet, RuleVersion } from './rulebook.ts';
import { wrongState } from './rules.ts';
import * as store from './store.ts';

/** A version that ends without another in its place: proposed by one, published by another. */
export const endingEndpoints = (): Endpoint[] => [
  endpoint(routes.proposeEnding, async ({ params, body }, deed) => {
    const { tx, actor, clock } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const version = await store.getVersion(tx, body.version, true);
    const set = await getOwnSet(tx, version.set);
    if (version.state !== 'published')
      throw refuse(wrongState, { state: version.state, needs: 'published' });
    const before = await store.findEnding(tx, params.ending);
    if (before) {
      const isSame = before.version === version.id && Date.parse(before.at) === Date.parse(body.at);
      if (isSame && before.proposedBy === actor.account) return version;
      throw refuse(changedMeanwhile, undefined);
    }
    if (version.ending && version.ending.publishedAt === null)
      throw refuse(endingProposed, undefined);
    await requireEndable(deed, set, version, body.at);
    await store.insertEnding(tx, actor.tenant, {
      id: params.ending,
      version: version.id,
      at: body.at,
      by: actor.account,
      proposed: clock.now().toString(),
    });
    tell(deed, 'rulebook.ending-proposed', `rules:${version.id}`, set, { at: instantOf(body.at) });
    return store.getVersion(tx, version.id);
  }),

  endpoint(routes.withdrawEnding, async ({ params }, deed) => {
    const { tx, actor } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const ending = await store.getProposedEnding(tx, params.ending);
    const version = await store.getVersion(tx, ending.version);
    const set = await getOwnSet(tx, version.set);
    await store.deleteEnding(tx, ending.id);
    tell(deed, 'rulebook.ending-withdrawn', `rules:${version.id}`, set, {});
    return store.getVersion(tx, version.id);
  }),

  endpoint(routes.publishEnding, async ({ params }, deed) => {
    const { tx, actor, clock } = deed;
    await store.lockRulebook(tx, actor.tenant);
    const ending = await store.getProposedEnding(tx, params.ending);
    const version = await store.getVersion(tx, ending.version, true);
    const set = await getOwnSet(tx, version.set);
    if (ending.proposedBy === actor.account) throw refuse(endingFourEyes, undefined);
    await requireEndable(deed, set, version, ending.at);
    await store.publishEnding(tx, ending.id, {
      by: actor.account,
      at: clock.now().toString(),
    });
    tell(deed, 'rulebook.ending-published', `rules:${version.id}`, set, {
      at: instantOf(ending.at),
    });
    return store.getVersion(tx, version.id);
  }),
];

const instantOf = (at: string): string => new Date(at).toISOString();

async function requireEndable(
  deed: Doing,
  set: RuleSet,
  version: RuleVersion,
  at: string,
): Promise<void> {
  const why = whyNotEnd(version, at, await nowThere(deed, set));
  if (!why) return;
  const { code, cause, remedy } = refuse(endingUnfit, { why }).body;
  throw refuse(endingUnfit, { why }, [{ path: '/body/at', code, cause, remedy }]);
}
