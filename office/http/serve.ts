import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Database, Tx } from '../database/connection.ts';
import { type Entered, enter, provedAt } from '../identity/actor.ts';
import { sayOnWhoseBehalf } from '../identity/on-behalf.ts';
import { isFresh, proofLasts } from '../identity/proof.ts';
import { append, type LedgerEntry } from '../ledger/append.ts';
import { announce, type LiveEvent } from '../live/event.ts';
import { madeByHeader } from './contract.ts';
import { databaseFault, isPassing } from './database-faults.ts';
import type { Deed, Endpoint, SessionCookie } from './endpoint.ts';
import { refuse } from './refusal.ts';
import {
  notPermitted,
  otherAccount,
  otherSite,
  proveFirst,
  signInFirst,
} from './shared-refusals.ts';
import { validate } from './validate.ts';

export interface ServeOptions {
  db: Database;
  clock: Clock;
  sessionCookie(request: FastifyRequest, reply: FastifyReply): SessionCookie;
  /** Told of every commit that wrote to the ledger, for checkpoints. */
  onLedger?(tenant: string): void;
}

/** Registers an endpoint: validate → one transaction with the actor's scope → handle → ledger → live → answer. */
export function serve(app: FastifyInstance, endpoint: Endpoint, options: ServeOptions): void {
  const { contract } = endpoint;
  app.route({
    method: contract.method,
    url: contract.path,
    ...(contract.largest ? { bodyLimit: contract.largest } : {}),
    handler: async (request, reply) => {
      refuseOtherSites(request);
      const input = validate(
        contract,
        request as { params: unknown; query: unknown; body: unknown },
      );
      const session = options.sessionCookie(request, reply);
      const { output, work } = await settled(() =>
        options.db
          .transaction()
          .execute((tx) =>
            act(
              tx,
              endpoint,
              input,
              { session, from: request.ip, madeBy: madeBy(request) },
              options,
            ),
          ),
      );
      for (const job of work) await job();
      if (output === undefined) throw new Error(`${contract.id} gave no output`);
      return reply.header('cache-control', 'no-store').send(output);
    },
  });
}

async function act(
  tx: Tx,
  { contract, handle }: Endpoint,
  input: { params: unknown; query: unknown; body: unknown },
  { session, from, madeBy }: { session: SessionCookie; from: string; madeBy: string | undefined },
  options: ServeOptions,
): Promise<{ output: unknown; work: (() => void | Promise<void>)[] }> {
  if (contract.method === 'GET') await sql`set transaction read only`.execute(tx);
  const now = options.clock.now();
  let entered: Entered | undefined;
  if (contract.permission !== 'public') {
    const permission = contract.permission === 'signed-in' ? '' : contract.permission;
    entered = session.token ? await enter(tx, session.token, permission, now) : undefined;
    if (!entered) throw refuse(signInFirst, undefined);
    if (madeBy && madeBy !== entered.actor.account) throw refuse(otherAccount, undefined);
    if (!entered.allowed) throw refuse(notPermitted, { permission });
    if (contract.proof === 'fresh' && !isFresh(await provedAt(tx, session.token as string), now))
      throw refuse(proveFirst, proofLasts);
  }
  const actor = entered?.actor;
  const entries: LedgerEntry[] = [];
  const events: LiveEvent[] = [];
  const work: (() => void | Promise<void>)[] = [];
  const deed: Deed = {
    tx,
    clock: options.clock,
    from,
    session,
    record: (entry) => entries.push(entry),
    announce: (event) => events.push(event),
    afterwards: (job) => work.push(job),
  };
  const given: unknown = await handle(input as never, { ...deed, actor: actor as never });
  // Before the commit: an answer that breaks the contract saves nothing. One that refuses once committed gives none.
  const output = given === undefined ? undefined : contract.output.parse(given);
  const said = await sayOnWhoseBehalf(tx, entered?.through ?? [], entries);
  // The head of the ledger is locked from here to the commit only.
  await append(tx, said, { actor: actor?.account ?? null, recorded: now });
  if (actor) await announce(tx, actor.tenant, events);
  const tenant = actor?.tenant;
  if (tenant && entries.length > 0) work.unshift(() => options.onLedger?.(tenant));
  return { output, work };
}

/** What was made without signal says under whose account, so that nobody else's session sends it as their own. */
function madeBy({ headers }: FastifyRequest): string | undefined {
  const given = headers[madeByHeader];
  return typeof given === 'string' ? given.toLowerCase() : undefined;
}

/** Runs a transaction again when PostgreSQL undid it for a passing reason, and names what else went wrong. */
export async function settled<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (isPassing(error) && attempt < 4) continue;
      throw databaseFault(error) ?? error;
    }
  }
}

// Cookies are SameSite=Strict; this also stops what an old browser would send along.
export function refuseOtherSites(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (request.method === 'GET' || !origin) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host)
    throw refuse(otherSite, undefined);
}
