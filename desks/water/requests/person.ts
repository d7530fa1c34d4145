import { createHash, timingSafeEqual } from 'node:crypto';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { RecordName } from '@liangbuwu/office/keys/envelope.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { z } from 'zod';
import { phoneUnclear } from './refusals.ts';

/** Who asks: sealed with the response's key, and opened one request at a time. */
export const Person = z.strictObject({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  /** Four figures to say in place of a phone's. */
  code: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

const Words = z.strictObject({ text: z.string() });

export interface SealedRequest {
  tenant: string;
  response: string;
  id: string;
}

const nameOf = ({ tenant, response, id }: SealedRequest, kind: string): RecordName => ({
  tenant,
  response,
  record: `${kind}:${id}`,
});

export const sealPerson = (keys: ResponseKeys, of: SealedRequest, person: Person): Buffer =>
  keys.seal(nameOf(of, 'water-request'), person);

export const openPerson = (keys: ResponseKeys, of: SealedRequest, sealed: Buffer): Person =>
  Person.parse(keys.open(nameOf(of, 'water-request'), sealed));

/** Words about a step name people too: who brought it, what was answered. */
export const sealWords = (keys: ResponseKeys, of: SealedRequest, text: string): Buffer =>
  keys.seal(nameOf(of, 'water-request-step'), { text });

export const openWords = (keys: ResponseKeys, of: SealedRequest, sealed: Buffer): string =>
  Words.parse(keys.open(nameOf(of, 'water-request-step'), sealed)).text;

/** A telephone number as it is kept: figures only. Null where none is given. */
export function readPhone(typed: string | null | undefined): string | null {
  const plain = (typed ?? '').normalize('NFKC').replace(/[\s\-()（）.]/g, '');
  if (plain === '') return null;
  if (!/^\+?\d{7,15}$/.test(plain)) throw refuse(phoneUnclear, undefined);
  return plain;
}

/** Four figures, for who has no phone. */
export const spokenCode = (randomInt: (below: number) => number): string =>
  String(randomInt(10_000)).padStart(4, '0');

/** Whether these are the four figures that belong to the request; a request that is not there takes as long. */
export function isOwn(person: Person | undefined, figures: string): boolean {
  const own = person?.phone?.slice(-4) ?? person?.code ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(own), digest(figures)) && own.length === 4;
}
