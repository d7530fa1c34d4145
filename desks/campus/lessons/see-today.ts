import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import type { AnswerState } from '../answers/answer.ts';
import type { Governing } from '../answers/governing.ts';
import { openWhere } from '../morning/put-whereabouts.ts';
import { listWhereabouts } from '../morning/whereabouts-store.ts';
import type { PassServices } from '../passes/settle.ts';
import { listSaid, type SaidToday } from './today-store.ts';
import { type Today, todayOf } from './where-today.ts';

/** Somebody whose answer is known already. */
export interface Judged {
  member: { id: string };
  answer: { state: AnswerState };
  by: Pick<Governing, 'arrival' | 'arrivalKnown'> | undefined;
}

/** Where each of these has today’s lessons, and what the class teacher said of it. */
export async function seeToday(
  tx: Tx,
  { keys, gate }: PassServices,
  { tenant, response }: { tenant: string; response: Response },
  judged: readonly Judged[],
): Promise<Map<string, { today: Today; said: SaidToday | undefined }>> {
  const of = { tenant, response: response.id };
  const members = judged.map(({ member }) => member.id);
  const { today, now } = response;
  const dayOf = (at: string) => dayIn(response, at);
  const checks = await gate.seen(tx, { response: response.id, persons: members });
  const seen = new Map(
    checks.filter(({ at }) => dayOf(at) === today).map((one) => [one.person, one]),
  );
  const wheres = await listWhereabouts(tx, { response: response.id, day: today, members });
  const said = await listSaid(tx, keys, { ...of, day: today, members });
  return new Map(
    judged.map(({ member: { id }, answer, by }) => {
      const row = wheres.get(id);
      const known = {
        answer: answer.state,
        arrival: by?.arrivalKnown ? by.arrival : null,
        seen: seen.get(id) ?? null,
        where: row ? { where: openWhere(keys, of, row), at: row.at } : null,
        said: said.get(id) ?? null,
      };
      return [id, { today: todayOf(known, { now, today, dayOf }), said: said.get(id) }];
    }),
  );
}
