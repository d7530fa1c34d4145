import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { type MonitoredDay, type Returnee, ReturneePaper } from './returnee.ts';
import * as store from './returnee-store.ts';

export const subjectOf = (returnee: string): string => `returnee:${returnee}`;

const stateOf = (
  { state, due, day }: store.PromisedDay,
  { now, today }: Response,
): MonitoredDay['state'] => {
  // What the official says counts here; the household's own word may follow, and stands with the promise.
  if (state !== 'made') return 'done';
  if (Date.parse(due) <= Date.parse(now)) return 'overdue';
  return day <= today ? 'due' : 'to-come';
};

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
  return rows.map((row) => {
    const name = { tenant, response: row.response, record: `gate-returnee:${row.id}` };
    const { holder, decision } = ReturneePaper.parse(keys.open(name, row.sealed));
    const { id, area, areaName, state, arrived, official, releaseOn, releasedAt } = row;
    const days = (promised.get(subjectOf(id)) ?? []).map((one) => ({
      day: one.day,
      promise: one.promise,
      official: one.official,
      state: stateOf(one, response),
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
