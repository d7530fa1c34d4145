import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import { id } from '../http/fields.ts';
import { Say } from '../http/say.ts';

/** Who is asking: an account with its roles, each held in an area and all below it. */
export const Actor = z.strictObject({
  tenant: id,
  tenantName: z.string(),
  account: id,
  name: z.string(),
  login: z.string(),
  permissions: z.array(z.string()),
  roles: z.array(z.strictObject({ role: z.string(), name: Say, area: id, areaName: z.string() })),
});
export type Actor = z.infer<typeof Actor>;

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Finds the session's actor and narrows the transaction to the areas in which the actor holds the permission
 * ('' asks only for being signed in). Until this has run, a transaction of the application sees nothing.
 */
export async function enter(
  tx: Tx,
  token: string,
  permission: string,
  at: Temporal.Instant,
): Promise<{ actor: Actor; allowed: boolean } | undefined> {
  const { rows } = await sql<{ entered: (Actor & { allowed: boolean }) | null }>`
    select identity.enter(${hashToken(token)}, ${permission}, ${at.toString()}) as entered`.execute(tx);
  const entered = rows[0]?.entered;
  if (!entered) return undefined;
  const { allowed, ...actor } = entered;
  return { actor, allowed };
}
