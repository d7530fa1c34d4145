import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { plainPhone } from '@liangbuwu/office/people/identity.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import type { Gate, Purpose } from '../gate.ts';
import type { OwnSaid } from './own.ts';
import { formUsed, mostOfPhone, mostWaiting, tooManyOfPhone, tooManyWaiting } from './own-rules.ts';
import { markOwn, openOwn, sealOwn, secretOfOwn, shownOfOwn } from './own-seal.ts';
import * as store from './own-store.ts';

/** Takes down what somebody applies for by themselves, and gives the secret of their page. The same form sent twice is one. */
export async function takeDown(
  { tx, clock, record, announce }: PageDeed,
  of: { tenant: string; gate: Gate; keys: ResponseKeys },
  asked: { id: string; purpose: Purpose; at: string; said: OwnSaid; form: object },
): Promise<string> {
  const { tenant, gate, keys } = of;
  const response = await getOpenResponse(tx, gate.response, clock);
  const { id, purpose, at, said, form } = asked;
  const named = { tenant, response: response.id, id };
  await holdId(tx, id);
  // The form as it was sent: whoever comes now comes a little later at the second tap.
  const saidMark = markOwn(keys, named, [gate.id, Object.entries(form).sort()]);
  const before = await store.findOwn(tx, id);
  if (before && !before.saidMark.equals(saidMark)) throw refuse(formUsed, undefined);
  const secret = secretOfOwn(keys, named);
  if (before) return secret;
  await store.holdGate(tx, gate.id);
  const waiting = await store.listWaiting(tx, { response: response.id, gate: gate.id });
  if (waiting.length >= mostWaiting) throw refuse(tooManyWaiting, undefined);
  const phone = plainPhone(said.holder.phone);
  const ofPhone = waiting.filter((row) => {
    const other = openOwn(keys, row, row.sealed).said?.holder.phone;
    return other !== undefined && plainPhone(other) === phone;
  });
  if (ofPhone.length >= mostOfPhone) throw refuse(tooManyOfPhone, undefined);
  const paper = { shown: shownOfOwn(said.holder), said, words: null };
  await store.insertOwn(tx, {
    ...named,
    area: gate.area,
    gate: gate.id,
    purpose,
    at,
    askedAt: response.now,
    recorded: clock.now().toString(),
    saidMark,
    link: hashOf(secret),
    sealed: sealOwn(keys, named, paper),
  });
  record({
    action: 'gate.own-asked',
    subject: `own-application:${id}`,
    area: gate.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { gate: gate.id, purpose },
  });
  announce({ topic: 'gate.own', area: gate.area, id });
  return secret;
}
