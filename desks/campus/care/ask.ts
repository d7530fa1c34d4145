import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { hashOf, secretFor } from '@liangbuwu/office/public/secret.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { holdId } from '@liangbuwu/office/responses/store.ts';
import { counsellingNotOpen, dueOf } from './care-rules.ts';
import * as store from './care-store.ts';
import { findCounselling } from './counselling-store.ts';

/** What opens a request’s own page: whoever sent it has it, and nobody else can be given it. */
export const secretOfCare = (
  keys: ResponseKeys,
  of: { tenant: string; response: string; request: string },
): string =>
  secretFor(keys, {
    tenant: of.tenant,
    response: of.response,
    record: `campus-care-page:${of.request}`,
  });

/**
 * Puts a request in; the same one sent again is the same one. Afterwards the transaction reaches the school’s requests and
 * nothing else.
 */
export async function ask(
  tx: Tx,
  keys: ResponseKeys,
  of: { id: string; tenant: string; response: Response; about: store.About },
): Promise<{ secret: string }> {
  const { id, tenant, response, about } = of;
  await holdId(tx, id);
  const school = await store.enterAsking(tx, about.member);
  const secret = secretOfCare(keys, { tenant, response: response.id, request: id });
  const before = await store.findRequest(tx, id);
  if (before) {
    const same =
      before.response === response.id &&
      isDeepStrictEqual(store.openAbout(keys, tenant, before), about);
    if (!same) throw refuse(changedMeanwhile, undefined);
    return { secret };
  }
  const counselling = await findCounselling(tx, { response: response.id, school });
  if (!counselling?.open) throw refuse(counsellingNotOpen, undefined);
  await store.insertRequest(tx, keys, {
    id,
    tenant,
    response: response.id,
    school,
    askedAt: response.now,
    due: dueOf(response.now, about.wish),
    link: hashOf(secret),
    about,
  });
  return { secret };
}
