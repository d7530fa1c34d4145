import type { Endpoint } from '../../http/endpoint.ts';
import { endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile } from '../../http/shared-refusals.ts';
import type { Response } from '../contract.ts';
import { nameNotConfirmed, responseClosed } from '../rules.ts';
import type { ResponseServices } from '../services.ts';
import * as responses from '../store.ts';
import { certificateFormat, readCertificate } from './certificate.contract.ts';
import { certificateFaults } from './certificate.ts';
import * as routes from './closing.contract.ts';
import {
  earliestClosing,
  noCertificate,
  nothingProposed,
  secondPerson,
  tooSoon,
} from './closing-rules.ts';
import * as store from './closing-store.ts';
import { holdOpen, shown, step, tell } from './hold-open.ts';
import { objectionEndpoints } from './objections.ts';
import { countAll, destroyAll } from './personal-data.ts';

export function closingEndpoints(services: ResponseServices): Endpoint[] {
  return [
    endpoint(routes.listClosings, async (_, { tx, clock, actor }) => {
      const of = { tenant: actor.tenant, account: actor.account, at: clock.now() };
      const all = new Map((await responses.listResponses(tx, clock)).map((one) => [one.id, one]));
      return {
        hours: services.closing.hours,
        closings: (await store.listClosings(tx)).map((one) =>
          shown(one, all.get(one.response) as Response),
        ),
        mayClose: await store.listHeld(tx, { ...of, permission: 'responses.lead' }, 'all'),
        mayObject: await store.listHeld(tx, { ...of, permission: 'responses.object' }, 'some'),
      };
    }),

    endpoint(routes.previewClosing, async ({ params }, { tx, clock }) => {
      const response = await responses.getResponse(tx, params.response, clock);
      if (response.ended) throw refuse(responseClosed, { ended: response.ended });
      await responses.requireAreas(tx, response);
      return {
        destroys: await countAll(tx, services.personalData, response.id),
        survives: await countAll(tx, services.lastingData, response.id),
      };
    }),

    endpoint(routes.proposeClosing, async ({ params, body }, deed) => {
      const { tx, clock, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      await responses.requireAreas(tx, response);
      const before = await store.findProposal(tx, params.closing);
      if (before && (closing?.id !== params.closing || !isSame(before, body, actor.account)))
        throw refuse(changedMeanwhile, undefined);
      if (before && closing) return shown(closing, response);
      step(state, 'proposed', closing);
      const { hours } = services.closing;
      const earliest = earliestClosing(response.now, hours);
      if (Date.parse(body.effective) < Date.parse(earliest))
        throw refuse(tooSoon, { hours, earliest });
      await store.insertClosing(tx, {
        tenant: actor.tenant,
        id: params.closing,
        response: response.id,
        ...body,
        by: actor.account,
        at: response.now,
        recorded: clock.now(),
      });
      tell(deed, response, 'responses.closing-proposed', {
        closing: params.closing,
        reason: body.reason,
        effective: new Date(body.effective).toISOString(),
      });
      return shown((await store.findClosing(tx, response.id)) as store.StoredClosing, response);
    }),

    endpoint(routes.withdrawClosing, async ({ params }, deed) => {
      const { tx, clock, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      await responses.requireAreas(tx, response);
      if (closing?.id !== params.closing) throw refuse(nothingProposed, undefined);
      step(state, 'withdrawn', closing);
      await store.endClosing(tx, closing.id, {
        state: 'withdrawn',
        by: actor.account,
        at: response.now,
        recorded: clock.now(),
      });
      tell(deed, response, 'responses.closing-withdrawn', { closing: closing.id });
      return {};
    }),

    ...objectionEndpoints(services),

    endpoint(routes.closeResponse, async ({ params, body }, deed) => {
      const { tx, clock, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      await responses.requireAreas(tx, response);
      if (closing?.id !== params.closing) throw refuse(nothingProposed, undefined);
      step(state, 'confirmed', closing);
      if (closing.proposed.by.account === actor.account)
        throw refuse(secondPerson, { by: closing.proposed.by.name });
      if (body.confirm !== response.name['zh-CN'])
        throw refuse(nameNotConfirmed, { name: response.name['zh-CN'] });
      const destroyed = await destroyAll(tx, services.personalData, response.id);
      const survives = await countAll(tx, services.lastingData, response.id);
      const [now, recorded] = [response.now, clock.now()];
      await store.endClosing(tx, closing.id, {
        state: 'closed',
        by: actor.account,
        at: now,
        recorded,
      });
      await responses.endResponse(tx, response.id, now);
      const { kind, name, areas, zone, starts } = response;
      await store.insertDestruction(tx, actor.tenant, {
        format: certificateFormat,
        tenant: { id: actor.tenant, name: actor.tenantName },
        response: {
          id: response.id,
          kind,
          name,
          areas,
          zone,
          starts,
          ended: now,
          clock: response.clock,
        },
        closing: {
          id: closing.id,
          reason: closing.reason,
          proposed: { ...closing.proposed, recorded: closing.recorded },
          effective: closing.effective,
          confirmed: {
            by: { account: actor.account, name: actor.name },
            at: now,
            recorded: recorded.toString({ smallestUnit: 'millisecond' }),
          },
          objections: {
            raised: closing.objections,
            withdrawn: closing.objections - closing.overruled,
            overruled: closing.overruled,
          },
        },
        destroyed,
        survives,
        ledger: await store.readHead(tx),
      });
      tell(deed, response, 'responses.closed', {
        closing: closing.id,
        proposedBy: closing.proposed.by.account,
        destroyed: Object.fromEntries(destroyed.map((one) => [one.kind, one.records])),
      });
      // Rows go with the transaction; the key, and with it the certificate, only once that is certain.
      deed.afterwards(() =>
        services.closing.finish({ tenant: actor.tenant, response: response.id }),
      );
      return { ended: now, destroyed };
    }),

    endpoint(readCertificate, async ({ params }, { tx, clock }) => {
      const response = await responses.getResponse(tx, params.response, clock);
      const certificate = await store.findCertificate(tx, response.id);
      if (!certificate) throw refuse(noCertificate, undefined);
      return {
        certificate,
        checked: {
          genuine: certificateFaults(certificate).length === 0,
          ownKey: certificate.publicKey === services.closing.findPublicKey(),
          keyIsGone: services.keys.isDestroyed(response.id),
        },
      };
    }),
  ];
}

const isSame = (
  before: { reason: string; effective: string; by: string },
  body: { reason: string; effective: string },
  by: string,
): boolean =>
  before.reason === body.reason &&
  Date.parse(before.effective) === Date.parse(body.effective) &&
  before.by === by;
