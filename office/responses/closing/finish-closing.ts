import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/connection.ts';
import { withinScope } from '../../database/within-scope.ts';
import type { ResponseKeys } from '../../keys/response-keys.ts';
import { append } from '../../ledger/append.ts';
import { announce } from '../../live/event.ts';
import type { ClosingServices } from '../services.ts';
import { lockResponse } from '../store.ts';
import { certify } from './certificate.ts';
import type { CertificateFiles } from './certificate-files.ts';
import * as store from './closing-store.ts';

export interface FinishOptions {
  db: Database;
  clock: Clock;
  keys: ResponseKeys;
  files: CertificateFiles;
  /** Puts what was deleted out of the tables' files; again it changes nothing. */
  rewrite(): Promise<void>;
  log(line: string): void;
  onLedger(tenant: string): void;
}

type Of = Parameters<ClosingServices['finish']>[0];

/**
 * Once the rows are gone: the key goes, and what went is certified. Every step is there once however often it is tried,
 * and the same key's end gives the same certificate.
 */
export async function finishClosing(options: FinishOptions, of: Of): Promise<void> {
  const { db, clock, keys, files } = options;
  const { response: _, ...key } = await keys.destroy(of.response);
  const issued = await withinScope(db, { tenant: of.tenant }, async (tx) => {
    await lockResponse(tx, of.response);
    if (await store.findCertificate(tx, of.response)) return false;
    const draft = await store.findDestruction(tx, of.response);
    // Closed before there were certificates.
    if (!draft) return false;
    const certificate = certify({ ...draft, key }, await files.openKey());
    await files.keep(certificate);
    await store.insertCertificate(tx, of.tenant, certificate);
    const area = (draft.response.areas[0] as { id: string }).id;
    await append(
      tx,
      [
        {
          action: 'responses.certified',
          subject: `response:${of.response}`,
          area,
          response: of.response,
          at: Temporal.Instant.from(draft.response.ended),
          detail: {
            key: key.fingerprint,
            certificate: certificate.digest,
            signedWith: certificate.publicKey,
          },
        },
      ],
      { actor: null, recorded: clock.now() },
    );
    await announce(tx, of.tenant, [{ topic: 'responses.certified', area: null, id: of.response }]);
    return true;
  });
  if (issued) options.onLedger(of.tenant);
}

/** Finishing as a request does it: what fails is told to the log, and is done at the next start. */
export const finishLater =
  (options: FinishOptions): ClosingServices['finish'] =>
  (of) =>
    finishClosing(options, of)
      .then(() => options.rewrite())
      .catch((error: unknown) => {
        options.log(`closing ${of.response} is finished at the next start: ${String(error)}`);
      });
