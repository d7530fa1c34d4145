import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import type { Actor } from '../identity/actor.ts';
import type { LedgerEntry } from '../ledger/append.ts';
import type { LiveEvent } from '../live/event.ts';
import type { Contract, InputOf, OutputOf } from './contract.ts';

/** What a handler may touch. It lives as long as its one transaction. */
export interface Deed {
  tx: Tx;
  /** The system's clock; what belongs to a response asks the response's clock (responses/response-clock.ts). */
  clock: Clock;
  /** Where the request came from, for rate limits only. */
  from: string;
  /** The hash of the session that the request came with, if any. */
  session: SessionCookie;
  /** Into the ledger, when the transaction commits and only then. */
  record(entry: LedgerEntry): void;
  /** To every open page whose scope holds the area, when the transaction commits and only then. */
  announce(event: LiveEvent): void;
  /** Once the transaction has committed: for work that must not begin before. */
  afterwards(work: () => void | Promise<void>): void;
}

export interface SessionCookie {
  token: string | undefined;
  set(token: string, expires: Temporal.Instant): void;
  clear(): void;
}

export type ActorOf<C> = C extends { permission: 'public' } ? undefined : Actor;

export type Handler<C extends Contract> = (
  input: InputOf<C>,
  deed: Deed & { actor: ActorOf<C> },
) => Promise<OutputOf<C>>;

export interface Endpoint {
  contract: Contract;
  handle: Handler<Contract>;
}

export function endpoint<const C extends Contract>(contract: C, handle: Handler<C>): Endpoint {
  return { contract, handle: handle as unknown as Handler<Contract> };
}
