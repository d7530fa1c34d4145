import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { z } from 'zod';

/** What a parent wrote, and what they were answered. */
const Words = z.strictObject({ question: z.string(), answer: z.string().nullable() });
type Words = z.infer<typeof Words>;

interface Of {
  tenant: string;
  response: string;
  id: string;
}
const nameOf = ({ tenant, response, id }: Of) => ({
  tenant,
  response,
  record: `campus-question:${id}`,
});

export const sealWords = (keys: ResponseKeys, of: Of, words: Words): Buffer =>
  keys.seal(nameOf(of), pad(words));

export const openWords = (keys: ResponseKeys, of: Of, sealed: Buffer): Words =>
  Words.parse(unpad(keys.open(nameOf(of), sealed)));
