import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { HomeWord } from '../home/home.ts';
import { openSaid } from '../home/home-seal.ts';
import { type HomeWordRow, listLastWords } from '../home/home-store.ts';
import { type MonitoredDay, type Returnee, ReturneePaper } from './returnee.ts';
import * as store from './returnee-store.ts';

export const subjectOf = (returnee: string): string => `returnee:${returnee}`;

const stateOf = (
  { state, due, day }: store.PromisedDay,
  { now, today }: Response,
): MonitoredDay['state'] => {
  // What the official says; the household's own word stands beside it.
  if (state !== 'made') return 'done';
  if (Date.parse(due) <= Date.parse(now)) return 'overdue';
  return day <= today ? 'due' : 'to-come';
};

function householdSays(
  word: HomeWordRow | undefined,
  keys: ResponseKeys,
  of: { tenant: string; response: string },
): HomeWord | null {
  return word ? { ...openSaid(keys, of, word.id, word.sealed), at: word.at } : null;
}

export async function viewReturnees(
  tx: Tx,
  keys: ResponseKeys,
  tenant: string,
  response: Response,
  rows: readonly store.ReturneeRow[],
): Promise<Returnee[]> {
  const promised = Map.groupBy(
    await store.listPromisedDays(tx, response.id),
    ({ subject }) => subject,
  );
  const words = new Map(
    (
      await listLastWords(
        tx,
        rows.map(({ id }) => id),
      )
    ).map((word) => [`${word.returnee}/${word.day}`, word]),
  );
  return rows.map((row) => {
    const name = { tenant, response: row.response, record: `gate-returnee:${row.id}` };
    const { holder, decision } = ReturneePaper.parse(keys.open(name, row.sealed));
    const { id, area, areaName, state, arrived, official, releaseOn, releasedAt } = row;
    const days = (promised.get(subjectOf(id)) ?? []).map((one) => ({
      day: one.day,
      promise: one.promise,
      official: one.official,
      state: stateOf(one, response),
      doneAt: one.doneAt,
      household: householdSays(words.get(`${id}/${one.day}`), keys, name),
    }));
    const mayRelease = state === 'home' && releaseOn !== null && response.today >= releaseOn;
    const when = { arrived, days, releaseOn, mayRelease, releasedAt };
    return { id, area, areaName, state, holder, decision, official, ...when };
  });
}

export async function viewReturnee(
  tx: Tx,
  keys: ResponseKeys,
  tenant: string,
  response: Response,
  id: string,
): Promise<Returnee> {
  const row = await store.getReturnee(tx, id);
  const [seen] = await viewReturnees(tx, keys, tenant, response, [row]);
  return seen as Returnee;
}
