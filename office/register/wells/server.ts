import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile, notFound } from '../../http/shared-refusals.ts';
import { page } from '../cursor.ts';
import { nowIn } from '../now.ts';
import { requireAreas, requirePlaces, words } from '../scope.ts';
import * as routes from './contract.ts';
import { wellStateAhead, wellStateBefore, wellStateSame, wellStates } from './states.ts';
import * as store from './store.ts';

export const wellEndpoints: Endpoint[] = [
  endpoint(routes.listWells, async ({ query }, { tx }) => {
    const found = await store.listWells(tx, query);
    const { rows, next } = page(found, query.limit, (well) => well.name);
    return { wells: rows, next };
  }),

  endpoint(routes.listWellChanges, async ({ params }, { tx }) => {
    const well = await store.getWell(tx, params.well);
    return { changes: await store.listChanges(tx, well.id) };
  }),

  endpoint(routes.putWell, async ({ params, body }, { tx, clock, actor, record, announce }) => {
    const { version, first, response, ...fields } = body;
    const now = await nowIn(tx, response, clock);
    await requireAreas(tx, [body.area]);
    await requirePlaces(tx, [body.place]);
    const before = await store.lockWell(tx, params.well, version);
    if (!before) refuseAhead(first.since, now);
    const well = { id: params.well, ...fields };
    if (await store.putWell(tx, actor.tenant, well, first)) {
      if (!before) {
        await store.appendChange(tx, actor.tenant, {
          well: params.well,
          from: null,
          to: first.state,
          reason: first.reason,
          since: first.since,
          recorded: now.toString(),
          by: actor.account,
        });
      }
      record({
        action: 'register.well-saved',
        subject: `well:${params.well}`,
        area: body.area,
        detail: { name: body.name, kind: body.kind, yield: body.yieldLitresPerDay, new: !before },
        ...(response ? { response } : {}),
        at: now,
      });
      announce({ topic: 'register.wells', area: body.area, id: params.well });
    }
    return store.getWell(tx, params.well);
  }),

  endpoint(
    routes.changeWellState,
    async ({ params, body }, { tx, clock, actor, record, announce }) => {
      const now = await nowIn(tx, body.response, clock);
      const since = body.since ?? now.toString();
      refuseAhead(since, now);
      const well = await store.lockWell(tx, params.well);
      if (!well) throw refuse(notFound, { what: words.well });
      if (!wellStates[well.state].into.includes(body.to)) {
        throw refuse(wellStateSame, { words: wellStates[body.to].words });
      }
      if (well.state !== body.from) throw refuse(changedMeanwhile, undefined);
      if (isBefore(since, well.since)) throw refuse(wellStateBefore, { since: well.since });
      await store.setState(tx, well.id, { state: body.to, reason: body.reason, since });
      await store.appendChange(tx, actor.tenant, {
        well: well.id,
        from: well.state,
        to: body.to,
        reason: body.reason,
        since,
        recorded: now.toString(),
        by: actor.account,
      });
      record({
        action: 'register.well-state',
        subject: `well:${well.id}`,
        area: well.area,
        ...(body.response ? { response: body.response } : {}),
        detail: { from: well.state, to: body.to, since },
        at: now,
      });
      announce({ topic: 'register.wells', area: well.area, id: well.id });
      return store.getWell(tx, well.id);
    },
  ),
];

const isBefore = (a: string, b: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) < 0;

function refuseAhead(since: string, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(Temporal.Instant.from(since), now) > 0) {
    throw refuse(wellStateAhead, undefined);
  }
}
