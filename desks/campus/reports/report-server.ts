import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { getMember } from '../members/member-store.ts';
import { type PassServices, settlePasses } from '../passes/settle.ts';
import { recordConsent, recordReport } from './record-report.ts';
import * as routes from './report.contract.ts';

type Acting = Deed & { actor: Actor };

export const reportEndpoints = (services: PassServices): Endpoint[] => [
  endpoint(routes.reportFor, async ({ params, body }, deed) => {
    const { report: value, at } = body;
    const of = await who(deed, params, body);
    await recordReport(deed, services.keys, { ...of, at, value });
    await settleOne(deed, services, of);
    return {};
  }),

  endpoint(routes.consentFor, async ({ params, body }, deed) => {
    const { response: _, at, ...said } = body;
    const of = await who(deed, params, body);
    await recordConsent(deed, services.keys, { ...of, at, said });
    await settleOne(deed, services, of);
    return {};
  }),
];

const settleOne = (
  deed: Acting,
  services: PassServices,
  { member, response }: Awaited<ReturnType<typeof who>>,
) =>
  settlePasses(deed, services, {
    tenant: deed.actor.tenant,
    response,
    members: [member],
    area: member.area,
  });

async function who(
  { tx, clock }: Deed,
  { member, fact: id }: { member: string; fact: string },
  of: { response: string },
) {
  return {
    id,
    member: await getMember(tx, { response: of.response, member }),
    response: await getOpenResponse(tx, of.response, clock),
    how: 'on-behalf' as const,
  };
}
