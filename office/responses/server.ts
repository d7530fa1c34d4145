import type { Tx } from '../database/connection.ts';
import type { InputOf } from '../http/contract.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { endpoint } from '../http/endpoint.ts';
import { type Refusal, type RefusalKind, refuse } from '../http/refusal.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import { closingEndpoints } from './closing/closing-server.ts';
import * as routes from './contract.ts';
import {
  aheadAtMost,
  clockRunsByItself,
  notBackwards,
  notYoursToLead,
  outsideResponse,
  responseClosed,
  startsLater,
} from './rules.ts';
import type { ResponseServices } from './services.ts';
import * as store from './store.ts';

export function responseEndpoints(services: ResponseServices): Endpoint[] {
  return [
    endpoint(routes.listResponses, async (_, { tx, clock }) => ({
      responses: await store.listResponses(tx, clock),
    })),

    endpoint(
      routes.openResponse,
      async ({ params, body }, { tx, clock, actor, record, announce }) => {
        await store.holdId(tx, params.response);
        const before = await store.findResponse(tx, params.response, clock);
        if (before?.ended) throw refuse(responseClosed, { ended: before.ended });
        if (before && !isSame(before, body)) throw refuse(changedMeanwhile, undefined);
        if (before) return before;
        if (body.clock && !services.demo) throw refuse(clockRunsByItself, undefined);
        const { clock: at, ...rest } = body;
        const areas = [...new Set(body.areas)];
        requireStarted(body.starts, at ?? clock.now().toString());
        await requireLed(tx, body.areas);
        await store.insertResponse(tx, actor.tenant, {
          id: params.response,
          ...rest,
          areas,
          clock: at ?? null,
        });
        await services.keys.create(params.response);
        record({
          action: 'responses.opened',
          subject: `response:${params.response}`,
          area: areas[0] as string,
          response: params.response,
          ...(at ? { at: Temporal.Instant.from(at) } : {}),
          detail: { kind: body.kind, areas },
        });
        announce({ topic: 'responses.opened', area: null, id: params.response });
        return store.getResponse(tx, params.response, clock);
      },
    ),

    endpoint(routes.advanceClock, async ({ params, body }, { tx, clock, record, announce }) => {
      await store.lockResponse(tx, params.response);
      const response = await store.getOpenResponse(tx, params.response, clock);
      if (!(await store.reachesInto(tx, response))) throw refuse(outsideResponse, undefined);
      if (response.clock !== 'set' || !services.demo) throw refuse(clockRunsByItself, undefined);
      const to = Temporal.Instant.from(body.to);
      if (Temporal.Instant.compare(to, Temporal.Instant.from(response.now)) < 0) {
        throw refuse(notBackwards, { now: response.now });
      }
      await store.setClock(tx, params.response, to.toString());
      const area = (response.areas[0] as { id: string }).id;
      record({
        action: 'responses.clock-advanced',
        subject: `response:${params.response}`,
        area,
        response: params.response,
        detail: { from: response.now, to: to.toString() },
        at: to,
      });
      announce({ topic: 'responses.clock', area: null, id: params.response });
      return store.getResponse(tx, params.response, clock);
    }),

    endpoint(routes.listFacts, async ({ params }, { tx, clock }) => {
      await store.getResponse(tx, params.response, clock);
      return { facts: await store.listFacts(tx, params.response) };
    }),

    endpoint(routes.putFacts, async ({ params, body }, { tx, clock, actor, record }) => {
      const response = await store.getOpenResponse(tx, params.response, clock);
      await store.requireAreas(tx, response);
      await store.replaceFacts(tx, actor.tenant, params.response, body.facts);
      record({
        action: 'responses.facts-put',
        subject: `response:${params.response}`,
        area: (response.areas[0] as { id: string }).id,
        response: params.response,
        at: Temporal.Instant.from(response.now),
        detail: { facts: body.facts.length },
      });
      return { facts: body.facts.length };
    }),

    ...closingEndpoints(services),
  ];
}

function requireStarted(starts: string, now: string): void {
  if (Date.parse(starts) <= Date.parse(now) + aheadAtMost * 1000) return;
  throw atFields(startsLater, { now }, ['/body/starts']);
}

/** Every area that is not the request's to lead is named at its place. */
async function requireLed(tx: Tx, areas: readonly string[]): Promise<void> {
  const reached = await store.areasInScope(tx, areas);
  const at = areas.flatMap((area, i) => (reached.has(area) ? [] : [`/body/areas/${i}`]));
  if (at.length > 0) throw atFields(notYoursToLead, undefined, at);
}

function atFields<D>(kind: RefusalKind<D>, about: D, paths: readonly string[]): Refusal {
  const { code, cause, remedy } = refuse(kind, about).body;
  return refuse(
    kind,
    about,
    paths.map((path) => ({ path, code, cause, remedy })),
  );
}

function isSame(
  before: routes.Response,
  body: InputOf<typeof routes.openResponse>['body'],
): boolean {
  const areas = new Set(body.areas);
  return (
    before.kind === body.kind &&
    before.name['zh-CN'] === body.name['zh-CN'] &&
    before.name.en === body.name.en &&
    before.zone === body.zone &&
    Temporal.Instant.compare(
      Temporal.Instant.from(before.starts),
      Temporal.Instant.from(body.starts),
    ) === 0 &&
    before.areas.length === areas.size &&
    before.areas.every(({ id }) => areas.has(id))
  );
}
