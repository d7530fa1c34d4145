import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Say } from '@liangbuwu/office/http/say.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';

type Doing = Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'>;

/** Why a yes was said, as it is written down with a pass. */
export interface Decided {
  rule: Say | null;
  version: string | null;
  number: number | null;
  document: Say | null;
  appeal: Say | null;
  invented: boolean;
  outcome: Say | null;
  because: Say[];
  todo: Say | null;
  again: Say | null;
}

export interface NewPass {
  area: string;
  person: string;
  /** Masked. */
  name: string;
  lastFour: string | null;
  from: string;
  until: string;
  decision: Decided;
}

/** The pass that somebody got last. */
export interface GivenPass {
  id: string;
  person: string;
  area: string;
  from: string;
  until: string;
  /** `byHand`: somebody at the gate desk did. `again`: another one may be given for the same day. */
  revoked: { at: string; why: Say; byHand: boolean; again: boolean } | null;
}

export interface ShownPass {
  /** For a QR code. */
  text: string;
  name: string;
  lastFour: string | null;
  gates: { name: string; code: string | null }[];
}

/** A gate saw a pass of somebody’s. */
export interface Seen {
  person: string;
  at: string;
  direction: 'in' | 'out';
  letThrough: boolean;
  gate: string;
  refused: Say | null;
  /** What whoever is not let in does next. */
  next: Say | null;
}

/** What the campus desk needs of whoever keeps schools' gates; `apps/server/desks.ts` hands it over. */
export interface GatePort {
  /** So many seconds ahead a pass may end. */
  longest: number;
  gatesOf(tx: Tx, of: { response: string; school: string }): Promise<{ name: string }[]>;
  /** How many; none where the school has no gate. */
  issue(
    deed: Doing,
    of: { tenant: string; response: Response; school: string; passes: readonly NewPass[] },
  ): Promise<number>;
  withdraw(
    deed: Doing,
    of: { response: Response; passes: readonly Pick<GivenPass, 'id' | 'area'>[] },
  ): Promise<void>;
  list(tx: Tx, of: { response: string; persons: readonly string[] }): Promise<GivenPass[]>;
  show(
    tx: Tx,
    of: { tenant: string; response: string; person: string },
  ): Promise<ShownPass | undefined>;
  /** In the order in which it happened. */
  seen(tx: Tx, of: { response: string; persons: readonly string[] }): Promise<Seen[]>;
}

/** What a gate desk makes its port of. */
export interface GateServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}
