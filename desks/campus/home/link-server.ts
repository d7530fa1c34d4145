import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import { type Deed, type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { onlyPupils } from '../members/member-rules.ts';
import { listMembers } from '../members/member-store.ts';
import { giveHomeLinks } from './link.contract.ts';
import { listLinked, putLink } from './link-store.ts';
import { secretOfHome } from './secret.ts';

export const linkEndpoints = ({ keys }: { keys: ResponseKeys }): Endpoint[] => [
  endpoint(giveHomeLinks, (input, deed) => give(input, deed, keys)),
];

async function give(
  { params, body }: InputOf<typeof giveHomeLinks>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  keys: ResponseKeys,
): Promise<OutputOf<typeof giveHomeLinks>> {
  const area = params.class;
  const response = await getOpenResponse(tx, body.response, clock);
  const here = (await listMembers(tx, response.id, { area })).filter(
    (one) => one.area === area && one.kind === 'pupil',
  );
  const asked = new Set(body.members);
  const families = Map.groupBy(here, ({ household }) => household);
  const chosen = [...families].filter(([, members]) => members.some(({ id }) => asked.has(id)));
  const found = here.filter(({ id }) => asked.has(id));
  if (found.length < asked.size) throw refuse(onlyPupils, undefined);
  const given = await listLinked(tx, area);
  const links = [];
  for (const [household, members] of chosen) {
    const before = given.get(household);
    if (before !== undefined && !body.renew) continue;
    const of = { tenant: actor.tenant, response: response.id, household, area };
    const number = (before ?? 0) + 1;
    const secret = secretOfHome(keys, { ...of, number });
    const by = { at: response.now, by: actor.account };
    await putLink(tx, { ...of, ...by, number, link: hashOf(secret) });
    record({
      action: 'campus.home-link-given',
      subject: `household:${household}`,
      area,
      response: response.id,
      at: clockOf(response).now(),
    });
    links.push({ household, members: members.map(({ id }) => id), secret });
  }
  announce({ topic: 'campus.members', area, id: area });
  return { links };
}
