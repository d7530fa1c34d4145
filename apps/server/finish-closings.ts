import type { Database } from '@liangbuwu/office/database/connection.ts';
import { withinScope } from '@liangbuwu/office/database/within-scope.ts';
import { append } from '@liangbuwu/office/ledger/append.ts';
import * as closings from '@liangbuwu/office/responses/closing/closing-store.ts';
import {
  type FinishOptions,
  finishClosing,
} from '@liangbuwu/office/responses/closing/finish-closing.ts';
import {
  destroyAll,
  type PersonalData,
} from '@liangbuwu/office/responses/closing/personal-data.ts';
import { endResponse } from '@liangbuwu/office/responses/store.ts';
import { sql } from 'kysely';

type Options = FinishOptions & { db: Database; personalData: readonly PersonalData[] };

/**
 * At every start, as the migration role: a closing that a crash broke off is finished, and what a backup from before a
 * closing brought back goes again.
 */
export async function finishClosings(options: Options): Promise<void> {
  const { rows } = await sql<{ tenant: string; id: string; ended: boolean; now: string }>`
    select tenant, id, ended is not null as ended, coalesce(clock, ${options.clock.now().toString()}) as now
    from responses.response`.execute(options.db);
  for (const { tenant, id: response, ended, now } of rows) {
    if (ended)
      await tried(options, `closing ${response}`, () =>
        finishClosing(options, { tenant, response }),
      );
    else if (options.keys.isDestroyed(response))
      await destroyAgain(options, { tenant, response, now });
  }
  await tried(options, 'tables of closings', () => options.rewrite());
}

/** What cannot be finished now is told, and is tried at the next start: nobody's day waits for it. */
async function tried({ log }: Options, what: string, deed: () => Promise<void>): Promise<void> {
  await deed().catch((error: unknown) => {
    log(`${what}: finished at the next start: ${String(error)}`);
  });
}

async function destroyAgain(
  { db, clock, files, personalData, onLedger }: Options,
  { tenant, response, now }: { tenant: string; response: string; now: string },
): Promise<void> {
  const certificate = files.find(response);
  await withinScope(db, { tenant }, async (tx) => {
    const destroyed = await destroyAll(tx, personalData, response);
    const ended = certificate?.statement.response.ended ?? now;
    await endResponse(tx, response, ended);
    if (certificate) {
      const { key: _, ...draft } = certificate.statement;
      await closings.insertDestruction(tx, tenant, draft);
      await closings.insertCertificate(tx, tenant, certificate);
    }
    const { rows } = await sql<{ area: string }>`
      select area from responses.covered where response = ${response} order by area limit 1`.execute(
      tx,
    );
    await append(
      tx,
      [
        {
          action: 'responses.destroyed-again',
          subject: `response:${response}`,
          area: rows[0]?.area as string,
          response,
          at: Temporal.Instant.from(ended),
          detail: {
            certificate: certificate?.digest ?? null,
            destroyed: Object.fromEntries(destroyed.map((one) => [one.kind, one.records])),
          },
        },
      ],
      { actor: null, recorded: clock.now() },
    );
  });
  onLedger(tenant);
}
