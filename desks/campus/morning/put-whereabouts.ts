import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { getMember } from '../members/member-store.ts';
import type { putWhereabouts } from './morning.contract.ts';
import { Where } from './morning.ts';
import * as store from './whereabouts-store.ts';

interface Of {
  tenant: string;
  response: string;
}
const Sealed = z.strictObject({ where: Where });
const nameOf = ({ tenant, response }: Of, member: string, id: string) => ({
  tenant,
  response,
  record: `campus-whereabouts:${member}:${id}`,
});

export const openWhere = (keys: ResponseKeys, of: Of, row: store.WhereaboutsRow): Where =>
  Sealed.parse(unpad(keys.open(nameOf(of, row.member, row.id), row.sealed))).where;

/** Writes down where somebody is; said again in other words or by another finger, it is the same once. */
export async function sayWhere(
  { params, body }: InputOf<typeof putWhereabouts>,
  { tx, clock, actor, record, announce }: Deed & { actor: Actor },
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, body.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  await holdId(tx, params.entry);
  const member = await getMember(tx, { response: response.id, member: params.member });
  const there = await store.findWhereabouts(tx, params.entry);
  if (there) {
    if (there.member !== member.id || openWhere(keys, of, there) !== body.where)
      throw refuse(changedMeanwhile, undefined);
    return {};
  }
  const asked = { response: response.id, day: response.today, members: [member.id] };
  const last = (await store.listWhereabouts(tx, asked)).get(member.id);
  if (last && openWhere(keys, of, last) === body.where && last.at === response.now) return {};
  const at = clockOf(response).now();
  await store.insertWhereabouts(tx, {
    ...of,
    id: params.entry,
    area: member.area,
    member: member.id,
    day: response.today,
    at: response.now,
    recorded: clock.now().toString(),
    by: actor.account,
    sealed: keys.seal(nameOf(of, member.id, params.entry), pad({ where: body.where })),
  });
  const subject = `person:${member.id}`;
  const { area } = member;
  record({ action: 'campus.whereabouts-set', subject, area, response: response.id, at });
  announce({ topic: 'campus.whereabouts', area, id: member.id });
  return {};
}
