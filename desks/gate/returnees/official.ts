import type { NewPromise } from '@liangbuwu/office/commitments/store.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { notAnOfficial } from './returnee-rules.ts';
import { listOfficials } from './returnee-store.ts';

export interface Official {
  id: string;
  name: string;
}

/** One who may look after somebody in the area, and so may promise it. */
export async function getOfficial(
  tx: Tx,
  { area, official }: { area: string; official: string },
): Promise<Official> {
  const found = (await listOfficials(tx, area)).find(({ id }) => id === official);
  if (found) return { id: found.id, name: found.name };
  const { code } = notAnOfficial;
  const fault = { code, cause: notAnOfficial.cause(), remedy: notAnOfficial.remedy() };
  throw refuse(notAnOfficial, undefined, [{ path: '/body/official', ...fault }]);
}

/** One visit on a day. */
export const promiseOf = (
  official: Official,
  of: { id: string; need: string; area: string; dueFrom: string; dueTo: string },
): NewPromise => ({
  id: of.id,
  need: of.need,
  area: of.area,
  giver: `account:${official.id}`,
  giver_name: official.name,
  quantity: 1,
  due_from: of.dueFrom,
  due_to: of.dueTo,
});
