import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { ToldAnswer } from './told.ts';

interface Of {
  tenant: string;
  response: string;
}
const nameOf = ({ tenant, response }: Of, member: string) => ({
  tenant,
  response,
  record: `campus-told:${member}`,
});

/** The same for what reads the same on the family’s page, and for nobody else’s answer. */
export function markOf(
  keys: Pick<ResponseKeys, 'mark'>,
  of: Of,
  member: string,
  answer: ToldAnswer,
): Buffer {
  const { state, outcome, why, ask, arrival, arrivalKnown } = answer;
  const words = [outcome, why, ...ask].map((one) => one?.['zh-CN'] ?? null);
  // Where nothing is asked or nobody has said when, the day is not told either.
  const when = arrivalKnown && state !== 'free' ? Date.parse(arrival) : null;
  return keys.mark(nameOf(of, member), JSON.stringify([state, words, when, arrivalKnown]));
}

export const sealTold = (keys: ResponseKeys, of: Of, member: string, answer: ToldAnswer): Buffer =>
  keys.seal(nameOf(of, member), pad({ answer }));

export const openTold = (
  keys: ResponseKeys,
  of: Of,
  { member, sealed }: { member: string; sealed: Buffer },
): ToldAnswer =>
  ToldAnswer.parse((unpad(keys.open(nameOf(of, member), sealed)) as { answer: unknown }).answer);
