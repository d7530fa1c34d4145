import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { tooOften } from '@liangbuwu/office/http/shared-refusals.ts';
import { networkOf } from '@liangbuwu/office/identity/login-limits.ts';
import { slidingWindow } from '@liangbuwu/office/identity/sliding-window.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { isOwn, openPerson } from './person.ts';
import { notTogether } from './refusals.ts';
import { readNumber } from './request.ts';
import { findByNumber, type HeldRequest } from './request-store.ts';

/** Who looks up a request by its number and four figures; held off after a few wrong ones. */
export type LookUp = (
  tx: Tx,
  of: { response: string; desk: string; area: string; from: string; now: Temporal.Instant },
  typed: { number: string; figures: string },
) => Promise<HeldRequest>;

export function lookUps({ keys }: { keys: ResponseKeys }): LookUp {
  // Ten thousand figures are few: a number is closed for an hour after five wrong ones, whoever tried them.
  const byNumber = slidingWindow(5, 60 * 60);
  const byNetwork = slidingWindow(30, 60 * 60);
  return async (tx, { response, desk, area, from, now }, typed) => {
    const number = readNumber(typed.number);
    const at = now.epochMilliseconds;
    const windows = [
      {
        window: byNumber,
        // By the village too: its numbers are found from its own pages only, and no other page shall close them.
        key: number ? `${response} ${desk} ${area} ${number.dayOfMonth}-${number.seq}` : '',
      },
      { window: byNetwork, key: networkOf(from) },
    ].filter(({ key }) => key !== '');
    const seconds = Math.max(...windows.map(({ window, key }) => window.wait(key, at)));
    if (seconds > 0) throw refuse(tooOften, { seconds });
    for (const { window, key } of windows) window.take(key, at);
    const found = number ? await findByNumber(tx, { response, desk, ...number }) : [];
    // One comparison more than there are, so that a number that is not there is compared too.
    const own = [...found, undefined].map((request) => {
      const person = request && openPerson(keys, request, request.sealed);
      return isOwn(person, typed.figures) ? request : undefined;
    });
    const request = own.find((one) => one !== undefined);
    if (!request) throw refuse(notTogether, undefined);
    for (const { window, key } of windows) window.giveBack(key, at);
    return request;
  };
}
