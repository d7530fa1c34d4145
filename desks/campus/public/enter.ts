import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { readCode } from '@liangbuwu/office/public/code.ts';
import { z } from 'zod';
import { noSuchSchool } from '../batches/batch-rules.ts';
import { enterSchool } from '../batches/batch-store.ts';

export const codeParams = z.strictObject({ code: z.string().max(40) });

/** Narrows the transaction to the school that has this code; who has none, an old one or a wrong one is told the same. */
export async function atSchool(
  tx: Tx,
  typed: string,
): Promise<{ code: string; tenant: string; school: string }> {
  const code = readCode(typed);
  const entered = code && (await enterSchool(tx, code));
  if (!code || !entered) throw refuse(noSuchSchool, undefined);
  return { code, ...entered };
}
