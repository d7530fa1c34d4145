import { createHash } from 'node:crypto';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { secretOf } from '@liangbuwu/office/public/code.ts';

/** What opens a family’s page. It is drawn from the response’s key and kept nowhere; a new number is a new one. */
export const secretFor = (
  keys: ResponseKeys,
  of: { tenant: string; response: string; household: string; area: string; number: number },
): string => {
  const { tenant, response, household, area, number } = of;
  const record = `campus-home-page:${household}:${area}:${number}`;
  return secretOf(keys.mark({ tenant, response, record }, 'secret of a page'));
};

/** What of a secret stands in the database. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** An id that the same form gives the same child each time it is sent. */
export function idOf(form: string, child: string, what: string): string {
  const bytes = createHash('sha256').update(`${form}|${child}|${what}`).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
