import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { notMonitored } from '../returnees/returnee-rules.ts';
import { getReturnee } from '../returnees/returnee-store.ts';
import { giveHomeLink } from './home.contract.ts';
import { openPhone, sealPhone, secretOfHome } from './home-seal.ts';
import * as store from './home-store.ts';

export const householdEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(giveHomeLink, (input, deed) => give(input, deed, keys)),
];

async function give(
  { params, body }: InputOf<typeof giveHomeLink>,
  { tx, clock, actor, record }: Deed & { actor: Actor },
  keys: ResponseKeys,
): Promise<OutputOf<typeof giveHomeLink>> {
  const row = await getReturnee(tx, params.returnee, true);
  const response = await getOpenResponse(tx, row.response, clock);
  if (row.releaseOn === null) throw refuse(notMonitored, undefined);
  const of = { tenant: actor.tenant, response: row.response };
  const before = await store.findLink(tx, row.id);
  const known = before ? openPhone(keys, of, row, before.sealed) : null;
  const phone = body.phone ?? known;
  const number = (before?.number ?? 0) + (before && !body.renew ? 0 : 1);
  const secret = secretOfHome(keys, of, row.id, number);
  if (before?.number === number && phone === known) return { secret, phone };
  await store.putLink(
    tx,
    { ...of, area: row.area },
    {
      returnee: row.id,
      number,
      link: hashOf(secret),
      sealed: sealPhone(keys, of, row, phone),
      at: response.now,
      by: actor.account,
    },
  );
  record({
    action: 'gate.home-link-given',
    subject: `returnee:${row.id}`,
    area: row.area,
    response: row.response,
    at: clockOf(response).now(),
  });
  return { secret, phone };
}
