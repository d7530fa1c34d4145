import type { OpenBundle } from './bundle/open.ts';
import type { Code } from './findings.ts';
import type { PassId } from './pass/pass.ts';
import { findStatus, REVOKED, SUSPENDED, VALID } from './status/status-list.ts';

/** Where and when somebody stands at a gate. */
export interface VerifyOptions {
  /** From `openBundle`. */
  bundle: OpenBundle;
  /** The clock: whole seconds since 1970-01-01 UTC. */
  at: number;
  /**
   * Number of the area that the gate opens: a pass for others is refused. Default: that of the gate which opened the bundle; where it
   * named none, no area is asked for, and no code can be checked.
   */
  area?: number;
  /** For a typed code: the last four of the document that is shown, or of the number plate. */
  lastFour?: string;
  /** How many seconds a phone's clock may be wrong, 0 to 3,600: passes begin so much earlier and end so much later. Default 300. */
  skew?: number;
}

export const SKEW = 300;

/** What the bundle's own times say; they are the authority's margin already, so the clock's error counts only against it. */
export function bundleCode({ bundle, at, skew = SKEW }: VerifyOptions): Code | undefined {
  const { issuedAt, staleAt, expiresAt } = bundle.bundle;
  if (at >= expiresAt) return 'bundle-expired';
  if (at < issuedAt - skew) return 'clock-behind';
  return at >= staleAt ? 'stale-bundle' : undefined;
}

/** What the issuer's list says of a pass; nothing where it is valid. */
export function statusCode(bundle: OpenBundle, issuer: string, id: PassId): Code | undefined {
  const list = bundle.findList(issuer, id.list);
  const status = list && findStatus(list, id.index);
  if (status === undefined) return 'unknown-list';
  if (status === VALID) return undefined;
  if (status === REVOKED) return 'revoked';
  return status === SUSPENDED ? 'suspended' : 'unknown-status';
}
