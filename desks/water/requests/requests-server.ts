import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { clockOf, getOpenResponse, getResponse } from '@liangbuwu/office/responses/store.ts';
import { noDesk } from '../rules.ts';
import { findDesk } from '../store.ts';
import { ask } from './ask.ts';
import { openPerson, openWords, readPhone } from './person.ts';
import { nothingPromised } from './refusals.ts';
import type { WaterRequest } from './request.ts';
import * as store from './request-store.ts';
import * as routes from './requests.contract.ts';
import { takeStep } from './take-step.ts';

interface Services {
  keys: ResponseKeys;
  randomInt(below: number): number;
}

/** What residents ask for, as the office works it off. */
export const requestEndpoints = ({ keys, ...services }: Services): Endpoint[] => [
  endpoint(routes.listRequests, async ({ query }, { tx }) => ({
    requests: (await store.listRequests(tx, query)).map(withoutSeal),
  })),

  endpoint(routes.findAlike, async ({ body }, { tx }) => {
    const { household, point } = body;
    const phone = readPhone(body.phone);
    const today = await store.listRequests(tx, body);
    const alike = today.flatMap((request) => {
      const isSame = {
        household: household !== null && request.household === household,
        phone: phone !== null && openPerson(keys, request, request.sealed).phone === phone,
        point: point !== null && request.point === point && request.day === body.day,
      };
      const why = (['household', 'phone', 'point'] as const).filter((of) => isSame[of]);
      return why.length > 0 ? [{ request: request.id, number: request.number, why }] : [];
    });
    return { alike };
  }),

  endpoint(routes.takeRequest, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const at = await store.findPointOf(tx, body.point);
    if (!at) throw refuse(notFound, { what: say('供水点', 'point') });
    const response = await getOpenResponse(tx, body.response, clock);
    const desk = await findDesk(tx, { response: response.id, area: at.desk });
    if (!desk) throw refuse(noDesk, undefined);
    const { point, kind, litres, about, household, contact } = body;
    if (household && !(await store.isOnRegister(tx, { household, response: response.id })))
      throw refuse(notFound, { what: say('住户', 'household') });
    const by = response.now;
    if (
      about &&
      !(await store.isPromisedTo(tx, { promise: about, point, response: response.id, by }))
    )
      throw refuse(nothingPromised, undefined);
    const person = { ...contact, phone: readPhone(contact.phone) };
    const { request, person: held } = await ask(
      {
        deed,
        services: { keys, ...services },
        tenant: actor.tenant,
        response,
        desk,
        area: at.area,
        point,
        takenBy: actor.account,
      },
      { id: params.request, kind, litres, about, household, person },
    );
    return { request: withoutSeal(request), code: held.code };
  }),

  endpoint(routes.openRequest, async ({ params, body }, { tx, clock, record }) => {
    const request = await store.getRequest(tx, params.request);
    const response = await getResponse(tx, request.response, clock);
    const { code, ...contact } = openPerson(keys, request, request.sealed);
    const sealed = await store.listSealedWords(tx, request.id);
    record({
      action: 'water.request-opened',
      subject: `request:${request.id}`,
      area: request.area,
      response: request.response,
      detail: { why: body.why },
      at: clockOf(response).now(),
    });
    return {
      contact,
      code,
      words: [...sealed].map(([step, text]) => ({
        step,
        text: openWords(keys, { ...request, id: step }, text),
      })),
    };
  }),

  endpoint(routes.takeRequestStep, async ({ params, body }, deed) => {
    const { tx, clock, actor } = deed;
    const found = await store.getRequest(tx, params.request);
    // The response before the request, as residents' own forms hold them.
    const response = await getOpenResponse(tx, found.response, clock);
    const request = await store.getRequest(tx, params.request, true);
    await takeStep(
      deed,
      { keys, request, response, saidBy: actor.account },
      { id: params.step, ...body },
    );
    return withoutSeal(await store.getRequest(tx, params.request));
  }),
];

function withoutSeal({
  sealed: _,
  tenant: __,
  desk: ___,
  ...request
}: store.HeldRequest): WaterRequest {
  return request;
}
