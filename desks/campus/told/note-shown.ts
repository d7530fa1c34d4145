import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { Home } from '../home/at-home.ts';
import { asTold } from './told.ts';
import { markOf, sealTold } from './told-mark.ts';
import { listTold, putTold } from './told-store.ts';

/** The family opened its page: it knows these answers. Opened again with the same ones nothing is written. */
export async function noteShown(
  { tx, clock, announce }: PageDeed,
  keys: ResponseKeys,
  { tenant, response, children }: Home,
): Promise<void> {
  const of = { tenant, response: response.id };
  const members = children.map(({ member }) => member.id);
  const told = await listTold(tx, response.id, members);
  const fresh = children
    .map(({ member, answer }) => ({ member, answer, mark: markOf(keys, of, member.id, answer) }))
    .filter(({ member, mark }) => {
      const row = told.get(member.id);
      return !row || row.changed !== null || !row.mark.equals(mark);
    })
    .sort((a, b) => (a.member.id < b.member.id ? -1 : 1));
  if (fresh.length === 0) return;
  // Nothing is kept of who is being forgotten.
  await getOpenResponse(tx, response.id, clock);
  for (const { member, answer, mark } of fresh) {
    const shown = asTold(answer);
    await putTold(tx, {
      ...of,
      area: member.area,
      member: member.id,
      entry: null,
      how: 'page',
      at: response.now,
      by: null,
      mark,
      sealed: sealTold(keys, of, member.id, shown),
    });
    announce({ topic: 'campus.told', area: member.area, id: member.area });
  }
}
