import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { formUsed } from '../own/own-rules.ts';
import { getReturnee, listPromisedDays } from '../returnees/returnee-store.ts';
import { subjectOf } from '../returnees/view-returnees.ts';
import { mostWords, notToday, saidOften } from './home-rules.ts';
import { markSaid, type Said, sealSaid } from './home-seal.ts';
import * as store from './home-store.ts';

/** Keeps what a household says of today beside what the official says; the same form sent twice is one word. */
export async function sayToday(
  { tx, clock, record, announce }: PageDeed,
  of: { tenant: string; returnee: string; keys: ResponseKeys },
  { id, ...said }: Said & { id: string },
): Promise<void> {
  const { tenant, keys } = of;
  const row = await getReturnee(tx, of.returnee, true);
  const response = await getOpenResponse(tx, row.response, clock);
  const named = { tenant, response: response.id };
  await holdId(tx, id);
  const saidMark = markSaid(keys, named, id, [row.id, said]);
  const before = await store.findWord(tx, id);
  if (before && !before.saidMark.equals(saidMark)) throw refuse(formUsed, undefined);
  if (before) return;
  const day = response.today;
  const promised = (await listPromisedDays(tx, response.id)).some(
    (one) => one.subject === subjectOf(row.id) && one.day === day,
  );
  if (!promised || row.state !== 'home') throw refuse(notToday, undefined);
  if ((await store.countWords(tx, { returnee: row.id, day })) >= mostWords)
    throw refuse(saidOften, undefined);
  const at = { ...named, area: row.area };
  await store.insertWord(tx, at, {
    id,
    returnee: row.id,
    day,
    at: response.now,
    recorded: clock.now().toString(),
    nobody: said.said === 'nobody',
    saidMark,
    sealed: sealSaid(keys, named, id, said),
  });
  record({
    action: 'gate.home-said',
    subject: `returnee:${row.id}`,
    area: row.area,
    response: response.id,
    at: clockOf(response).now(),
    detail: { day },
  });
  announce({ topic: 'gate.returnees', area: row.area, id: row.id });
}
