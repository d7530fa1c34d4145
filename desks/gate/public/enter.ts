import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { readCode, secretLength } from '@liangbuwu/office/public/code.ts';
import type { PageDeed } from '@liangbuwu/office/public/page.ts';
import { hashOf } from '@liangbuwu/office/public/secret.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { getResponse } from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Gate } from '../gate.ts';
import { findOutOfUse, getGate } from '../gates/gate-store.ts';
import { noSuchPage } from '../own/own-rules.ts';
import { gateShut, noSuchGate } from './refusals.ts';

export const codeParams = z.strictObject({ code: z.string().max(40) });
export const secretParams = z.strictObject({ secret: z.string().max(60) });

/** A gate by whose code somebody came in, with its response, which may have ended. */
export interface AtGate {
  code: string;
  tenant: string;
  gate: Gate;
  response: Response;
}

/** Narrows the transaction to the area of the gate that has this code; undefined where there is none. */
export async function enterGate(
  tx: Tx,
  code: string,
): Promise<{ tenant: string; gate: string; area: string } | undefined> {
  const { rows } = await sql<{ entered: { tenant: string; gate: string; area: string } | null }>`
    select gate.enter_gate(${code}) as entered`.execute(tx);
  return rows[0]?.entered ?? undefined;
}

export async function atGate({ tx, clock }: PageDeed, typed: string): Promise<AtGate> {
  const code = readCode(typed);
  const entered = code && (await enterGate(tx, code));
  if (!entered) throw refuse(noSuchGate, undefined);
  const gate = await getGate(tx, entered.gate);
  if ((await findOutOfUse(tx, [gate.id])).size > 0) throw refuse(gateShut, undefined);
  const response = await getResponse(tx, gate.response, clock);
  return { code, tenant: entered.tenant, gate, response };
}

export interface Own {
  secret: string;
  tenant: string;
  id: string;
}

/** Narrows the transaction to the area of what this secret opens; who has none, an old one or a wrong one is told the same. */
export async function atOwn(
  { tx }: Pick<PageDeed, 'tx'>,
  typed: string,
  what: 'own' | 'home',
): Promise<Own> {
  const found = await findOwnPage(tx, typed, what);
  if (!found) throw refuse(noSuchPage, undefined);
  return found;
}

export async function findOwnPage(
  tx: Tx,
  typed: string,
  what: 'own' | 'home',
): Promise<Own | undefined> {
  const secret = readCode(typed, secretLength);
  if (!secret) return undefined;
  const door = what === 'own' ? sql`gate.enter_own` : sql`gate.enter_home`;
  const { rows } = await sql<{ entered: { tenant: string; id: string } | null }>`
    select ${door}(${hashOf(secret)}) as entered`.execute(tx);
  const [first] = rows;
  return first?.entered ? { secret, ...first.entered } : undefined;
}
