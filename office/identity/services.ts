import type { Deed } from '../http/endpoint.ts';
import type { Refusal } from '../http/refusal.ts';
import { append, type LedgerEntry } from '../ledger/append.ts';
import type { PermissionList } from '../permission.ts';
import type { IdentityAction } from './ledger-words.ts';
import { enterTenant, type Shown } from './store.ts';

export interface IdentityServices {
  /** Only then are there tiles to step into, whatever the database holds. */
  demo: boolean;
  /** Every permission of this installation in words, in the order in which people read them. */
  permissions: PermissionList;
  newId(): string;
  /** 256 random bits, base64url. */
  newToken(): string;
  /** Told of what is written to the ledger before anybody is signed in. */
  onLedger?: ((tenant: string) => void) | undefined;
}

/** Into the ledger on routes that are open to everybody, where the request itself has no actor yet. */
export async function recordShown(
  services: IdentityServices,
  deed: Deed,
  shown: Shown,
  entry: { action: IdentityAction; by: 'self' | 'nobody'; detail?: LedgerEntry['detail'] },
): Promise<void> {
  await enterTenant(deed.tx, shown.tenant);
  await append(
    deed.tx,
    [
      {
        action: entry.action,
        subject: `account:${shown.account}`,
        area: shown.area,
        ...(entry.detail ? { detail: entry.detail } : {}),
      },
    ],
    { actor: entry.by === 'self' ? shown.account : null, recorded: deed.clock.now() },
  );
  deed.afterwards(() => services.onLedger?.(shown.tenant));
}

/** Refuses, and keeps what the transaction has written: thrown at once, the refusal would undo it. */
export function refuseOnceCommitted(deed: Deed, refusal: Refusal): never {
  deed.afterwards(() => {
    throw refusal;
  });
  return undefined as never;
}
