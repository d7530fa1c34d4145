import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { readCode } from '@liangbuwu/office/public/code.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { z } from 'zod';
import { type EnteredPoint, enterPoint } from './point-store.ts';
import { type PublicPoint, readPoint } from './read-point.ts';
import { noSuchPoint } from './refusals.ts';

export const codeParams = z.strictObject({ code: z.string().max(40) });

/** Comes in by a point's code; who has none, an old one or a wrong one is told the same. */
export async function enter(
  { tx, clock }: PageDeed,
  typed: string,
): Promise<{ code: string; entered: EnteredPoint; point: PublicPoint }> {
  const code = readCode(typed);
  const entered = code && (await enterPoint(tx, code));
  const point = entered && (await readPoint(tx, entered, clock));
  if (!point) throw refuse(noSuchPoint, undefined);
  return { code, entered, point };
}
