import type { Tx } from '../database/connection.ts';
import { refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { notFound } from '../http/shared-refusals.ts';
import type { Commitment } from './contract.ts';
import { findPromise, type HeldPromise } from './store.ts';

export async function getPromise(tx: Tx, id: string, lock = false): Promise<HeldPromise> {
  const promise = await findPromise(tx, id, lock);
  if (!promise) throw refuse(notFound, { what: say('承诺', 'promise') });
  return promise;
}

/** A promise as the interface shows it. */
export function shown(held: HeldPromise): Commitment {
  const { need: _, area: __, response: ___, desk: ____, day: _____, subject: ______, ...of } = held;
  return of;
}
