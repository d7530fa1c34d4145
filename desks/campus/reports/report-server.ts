import type { Deed, Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { getMember } from '../members/member-store.ts';
import { recordConsent, recordReport } from './record-report.ts';
import * as routes from './report.contract.ts';

export const reportEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(routes.reportFor, async ({ params, body }, deed) => {
    const { report: value, at } = body;
    await recordReport(deed, keys, { ...(await who(deed, params, body)), at, value });
    return {};
  }),

  endpoint(routes.consentFor, async ({ params, body }, deed) => {
    const { response: _, at, ...said } = body;
    await recordConsent(deed, keys, { ...(await who(deed, params, body)), at, said });
    return {};
  }),
];

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
