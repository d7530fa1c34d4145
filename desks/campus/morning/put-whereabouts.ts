import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { z } from 'zod';
import { getMember, type Member } from '../members/member-store.ts';
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
  deed: Deed & { actor: Actor },
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const { tx, clock, actor, record } = deed;
  const { where } = body;
  const response = await getOpenResponse(tx, body.response, clock);
  const { entry, member: person } = params;
  await holdId(tx, entry);
  const member = await getMember(tx, { response: response.id, member: person });
  if (!(await store.findWhereabouts(tx, entry))) {
    const of = { tenant: actor.tenant, response: response.id };
    const asked = { response: response.id, day: response.today, members: [member.id] };
    const last = (await store.listWhereabouts(tx, asked)).get(member.id);
    if (last && openWhere(keys, of, last) === where && last.at === response.now) return {};
  }
  if (await keepWhere(deed, keys, { response, member, entry, where })) {
    const about = { subject: `person:${member.id}`, area: member.area, response: response.id };
    record({ action: 'campus.whereabouts-set', ...about, at: clockOf(response).now() });
  }
  return {};
}

/** Keeps where somebody is; false where this entry was kept already. What the ledger hears is for who asks. */
export async function keepWhere(
  { tx, clock, actor, announce }: Pick<Deed, 'tx' | 'clock' | 'announce'> & { actor: Actor },
  keys: ResponseKeys,
  {
    response,
    member,
    entry,
    where,
  }: { response: Response; member: Member; entry: string; where: Where },
): Promise<boolean> {
  const of = { tenant: actor.tenant, response: response.id };
  const there = await store.findWhereabouts(tx, entry);
  if (there) {
    if (there.member !== member.id || openWhere(keys, of, there) !== where)
      throw refuse(changedMeanwhile, undefined);
    return false;
  }
  await store.insertWhereabouts(tx, {
    ...of,
    id: entry,
    area: member.area,
    member: member.id,
    day: response.today,
    at: response.now,
    recorded: clock.now().toString(),
    by: actor.account,
    sealed: keys.seal(nameOf(of, member.id, entry), pad({ where })),
  });
  announce({ topic: 'campus.whereabouts', area: member.area, id: member.id });
  return true;
}
