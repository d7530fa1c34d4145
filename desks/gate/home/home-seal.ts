import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { secretFor } from '@liangbuwu/office/public/secret.ts';
import { z } from 'zod';
import { HomeSaying } from './home.ts';

interface Of {
  tenant: string;
  response: string;
}

const Said = z.strictObject({ said: HomeSaying, words: z.string().nullable() });
export type Said = z.infer<typeof Said>;
const Phone = z.strictObject({ phone: z.string().nullable(), official: z.string() });

const nameOf = ({ tenant, response }: Of, record: string) => ({ tenant, response, record });

// Padded: that somebody is unwell would else be told by the length.
export const sealSaid = (keys: ResponseKeys, of: Of, id: string, said: Said): Buffer =>
  keys.seal(nameOf(of, `gate-home-word:${id}`), pad(said));
export const openSaid = (keys: ResponseKeys, of: Of, id: string, sealed: Buffer): Said =>
  Said.parse(unpad(keys.open(nameOf(of, `gate-home-word:${id}`), sealed)));
export const markSaid = (keys: ResponseKeys, of: Of, id: string, said: unknown): Buffer =>
  keys.mark(nameOf(of, `gate-home-said:${id}`), JSON.stringify(said));

/** Whose days at home they are, and who promised them. */
type Returnee = { id: string; official: { id: string } };

export const sealPhone = (
  keys: ResponseKeys,
  of: Of,
  { id, official }: Returnee,
  phone: string | null,
): Buffer => keys.seal(nameOf(of, `gate-home-link:${id}`), pad({ phone, official: official.id }));

/** Null once another official has taken over: the telephone was of who had been there before. */
export function openPhone(
  keys: ResponseKeys,
  of: Of,
  { id, official }: Returnee,
  sealed: Buffer,
): string | null {
  const given = Phone.parse(unpad(keys.open(nameOf(of, `gate-home-link:${id}`), sealed)));
  return given.official === official.id ? given.phone : null;
}

/** A link that is given anew has another secret. */
export const secretOfHome = (
  keys: ResponseKeys,
  of: Of,
  returnee: string,
  number: number,
): string => secretFor(keys, nameOf(of, `gate-home-page:${returnee}:${number}`));
