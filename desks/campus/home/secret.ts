import { createHash } from 'node:crypto';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { secretFor } from '@liangbuwu/office/public/secret.ts';

/** What opens a family’s page; a new number is a new one. */
export const secretOfHome = (
  keys: ResponseKeys,
  of: { tenant: string; response: string; household: string; area: string; number: number },
): string => {
  const { tenant, response, household, area, number } = of;
  const record = `campus-home-page:${household}:${area}:${number}`;
  return secretFor(keys, { tenant, response, record });
};

/** An id that the same form gives the same child each time it is sent. */
export function idOf(form: string, child: string, what: string): string {
  const bytes = createHash('sha256').update(`${form}|${child}|${what}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
