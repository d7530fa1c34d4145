import type { Endpoint } from '../../http/endpoint.ts';
import { endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { changedMeanwhile } from '../../http/shared-refusals.ts';
import { outsideResponse } from '../rules.ts';
import type { ResponseServices } from '../services.ts';
import * as responses from '../store.ts';
import * as routes from './closing.contract.ts';
import {
  nothingProposed,
  objectionIsYours,
  objectionNotYours,
  objectionSettled,
  proposerMayNotOverrule,
} from './closing-rules.ts';
import * as store from './closing-store.ts';
import { holdOpen, shown, step, tell } from './hold-open.ts';

export function objectionEndpoints({ keys }: ResponseServices): Endpoint[] {
  const nameOf = (tenant: string, response: string, objection: string, side: string) => ({
    tenant,
    response,
    record: `${side}:${objection}`,
  });
  return [
    endpoint(routes.readClosing, async ({ params }, { tx, clock, actor }) => {
      const response = await responses.getResponse(tx, params.response, clock);
      if (!(await responses.reachesInto(tx, response))) throw refuse(outsideResponse, undefined);
      const closing = await store.findClosing(tx, response.id);
      if (!closing) return { closing: null, objections: [] };
      const read = (objection: string, side: string, sealed: Buffer | null) =>
        sealed && !keys.isDestroyed(response.id)
          ? String(
              (
                keys.open(nameOf(actor.tenant, response.id, objection, side), sealed) as {
                  words: string;
                }
              ).words,
            )
          : null;
      const objections = await store.listObjections(tx, closing.id);
      return {
        closing: shown(closing, response),
        objections: objections.map(({ closing: _, words, answerWords, ...rest }) => ({
          ...rest,
          words: read(rest.id, 'objection', words),
          answerWords: read(rest.id, 'answer', answerWords),
        })),
      };
    }),

    endpoint(routes.objectToClosing, async ({ params, body }, deed) => {
      const { tx, clock, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      const area = await store.findOwnPart(tx, response.areas);
      if (!area) throw refuse(outsideResponse, undefined);
      if (closing?.id !== params.closing) throw refuse(nothingProposed, undefined);
      const before = await store.findObjection(tx, params.objection);
      if (before) {
        const same =
          before.closing === closing.id &&
          before.by.account === actor.account &&
          before.ground === body.ground;
        if (!same) throw refuse(changedMeanwhile, undefined);
        return {};
      }
      step(state, 'objected', closing);
      const sealed = keys.seal(nameOf(actor.tenant, response.id, params.objection, 'objection'), {
        words: body.words,
      });
      await store.insertObjection(tx, {
        tenant: actor.tenant,
        id: params.objection,
        closing: closing.id,
        response: response.id,
        ground: body.ground,
        by: actor.account,
        at: response.now,
        recorded: clock.now(),
      });
      await store.insertWords(tx, {
        tenant: actor.tenant,
        objection: params.objection,
        side: 'objection',
        response: response.id,
        area,
        sealed,
      });
      tell(deed, response, 'responses.closing-objected', {
        closing: closing.id,
        objection: params.objection,
        ground: body.ground,
      });
      return {};
    }),

    endpoint(routes.withdrawObjection, async ({ params }, deed) => {
      const { tx, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      const objection = await store.getObjection(tx, params.objection, response.id);
      if (objection.by.account !== actor.account)
        throw refuse(objectionNotYours, { by: objection.by.name });
      if (objection.state !== 'open') throw refuse(objectionSettled, undefined);
      if (closing?.id !== objection.closing) throw refuse(nothingProposed, undefined);
      step(state, 'settled', closing);
      await store.settleObjection(tx, params.objection, {
        state: 'withdrawn',
        answer: null,
        by: actor.account,
        at: response.now,
      });
      tell(deed, response, 'responses.objection-withdrawn', { objection: params.objection });
      return {};
    }),

    endpoint(routes.overruleObjection, async ({ params, body }, deed) => {
      const { tx, actor } = deed;
      const { response, closing, state } = await holdOpen(tx, params.response, deed);
      await responses.requireAreas(tx, response);
      const objection = await store.getObjection(tx, params.objection, response.id);
      if (objection.state !== 'open') throw refuse(objectionSettled, undefined);
      if (closing?.id !== objection.closing) throw refuse(nothingProposed, undefined);
      if (closing.proposed.by.account === actor.account)
        throw refuse(proposerMayNotOverrule, undefined);
      if (objection.by.account === actor.account) throw refuse(objectionIsYours, undefined);
      step(state, 'settled', closing);
      const name = nameOf(actor.tenant, response.id, params.objection, 'answer');
      await store.settleObjection(tx, params.objection, {
        state: 'overruled',
        answer: body.answer,
        by: actor.account,
        at: response.now,
      });
      await store.insertWords(tx, {
        tenant: actor.tenant,
        objection: params.objection,
        side: 'answer',
        response: response.id,
        area: (response.areas[0] as { id: string }).id,
        sealed: keys.seal(name, { words: body.words }),
      });
      tell(deed, response, 'responses.objection-overruled', {
        objection: params.objection,
        answer: body.answer,
      });
      return {};
    }),
  ];
}
