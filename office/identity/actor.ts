import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { Actor } from './contract.ts';
import type { Through } from './on-behalf.ts';

export type { Actor };

/** Tokens of sessions and links are stored as their hash only. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** When the session's account last showed who it is. */
export async function provedAt(tx: Tx, token: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: string | null }>`
    select identity.proved(${hashToken(token)}) as at`.execute(tx);
  return rows[0]?.at ? Temporal.Instant.from(rows[0].at) : undefined;
}

export interface Entered {
  actor: Actor;
  allowed: boolean;
  /** By which grants the permission is held, the own ones first; empty for who stands in for nobody. */
  through: readonly Through[];
}

/**
 * Finds the session's actor and narrows the transaction to the areas in which the actor holds the permission
 * ('' asks only for being signed in). Until this has run, a transaction of the application sees nothing.
 */
export async function enter(
  tx: Tx,
  token: string,
  permission: string,
  at: Temporal.Instant,
): Promise<Entered | undefined> {
  const { rows } = await sql<{ entered: (Actor & Omit<Entered, 'actor'>) | null }>`
    select identity.enter(${hashToken(token)}, ${permission}, ${at.toString()}) as entered`.execute(
    tx,
  );
  const entered = rows[0]?.entered;
  if (!entered) return undefined;
  const { allowed, through, ...actor } = entered;
  return { actor, allowed, through };
}
