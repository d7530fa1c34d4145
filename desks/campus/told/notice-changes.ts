import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { ToldAnswer } from './told.ts';
import { markOf } from './told-mark.ts';
import { listTold, setChanged, type ToldRow } from './told-store.ts';

export interface Noticed {
  row: ToldRow;
  /** Since when the answer has been another one than the family knows; null: it knows it. */
  since: string | null;
}

/**
 * Holds the answers of now against what families know of these. It reads once and writes at most once, however many they
 * are; whose family was told nothing yet is left out.
 */
export async function noticeChanges(
  tx: Tx,
  keys: ResponseKeys,
  { tenant, response }: { tenant: string; response: Response },
  members: readonly string[],
  answerOf: (member: string) => ToldAnswer | undefined,
): Promise<Map<string, Noticed>> {
  const of = { tenant, response: response.id };
  const many = keys.many(response.id);
  const noticed = new Map<string, Noticed>();
  for (const [member, row] of await listTold(tx, response.id, members)) {
    const answer = answerOf(member);
    if (!answer) continue;
    const same = markOf(many, of, member, answer).equals(row.mark);
    noticed.set(member, { row, since: same ? null : (row.changed ?? response.now) });
  }
  const fresh = [...noticed].filter(
    ([, { row, since }]) => (row.changed === null) !== (since === null),
  );
  if (fresh.length > 0)
    await setChanged(
      tx,
      fresh.map(([member, { row, since }]) => ({ member, mark: row.mark, changed: since })),
    );
  return noticed;
}
