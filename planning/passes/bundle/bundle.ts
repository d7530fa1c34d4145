import type { Kind } from '../pass/pass.ts';
import type { StatusList } from '../status/status-list.ts';

/**
 * The words of a gate's bundle: all that a gate needs to decide without a network, signed by the authority that set it up.
 *
 * Times are whole seconds since 1970-01-01 UTC. Names and texts are not empty. Nothing in it is about a person.
 */

export interface Bundle {
  /** Who signs it, at most 60 characters. */
  authority: string;
  /** Grows with every bundle of the authority: a gate never goes back. 0 to 2³² − 1. */
  sequence: number;
  issuedAt: number;
  /** From then on no pass is better than amber: fetch a newer one. */
  staleAt: number;
  /** From then on every pass is refused. After `staleAt`, at most 31 days after `issuedAt`. */
  expiresAt: number;
  /** The gates that it is for, 1 to 500. */
  gates: readonly Gate[];
  /** Names of the areas that passes open, by number. */
  areas: readonly Area[];
  /** Words for purposes; those without one are shown as numbers. */
  purposes: readonly Purpose[];
  keys: readonly IssuerKey[];
  lists: readonly IssuerList[];
  /** Rules in force, carried as they are. */
  rules: readonly CarriedRules[];
  /** What typed codes are checked with, at most four for an area. */
  codes: readonly CodeSecret[];
}

export interface Gate {
  /** As the gate calls itself when it opens the bundle. */
  name: string;
  /** Number of the area into which it lets. */
  area: number;
}

export interface Area {
  /** 1 to 255. */
  number: number;
  name: string;
}

export interface Purpose {
  kind: Kind;
  /** 0 to 23. */
  number: number;
  name: string;
}

/** A key of an issuer, for verifying. */
export interface IssuerKey {
  /** The first four bytes of its SHA-256 (`keyId`); no two keys of a bundle have the same. */
  kid: Uint8Array;
  /** COSE's number: −8 is EdDSA. A key of another one may be carried, and verifies nothing here. */
  algorithm: number;
  /** 32 bytes for EdDSA. */
  publicKey: Uint8Array;
  issuer: string;
  /** Passes issued from then on. */
  from: number;
  /** Passes issued before then: when it is rotated out. They go on to be good until they end. */
  until: number;
  /** Somebody else may have had it since. All of its passes are refused, those signed before too: a thief writes any date. */
  compromisedAt?: number;
}

/** One of an issuer's status lists. */
export interface IssuerList {
  issuer: string;
  /** 0 to 127, as in `PassId`. */
  list: number;
  status: StatusList;
}

/** Rules of another library: authenticated here, and not looked into. */
export interface CarriedRules {
  id: string;
  version: string;
  from: number;
  until: number;
  /** Anything, as text. */
  content: string;
}

/** A secret shared by the issuer and the gates of one area. Whoever takes a gate's phone has it. */
export interface CodeSecret {
  issuer: string;
  area: number;
  /** Codes made with it end after `from`, */
  from: number;
  /** and at `until` at the latest: at most 1,024 hours later. */
  until: number;
  /** 32 bytes from a generator fit for keys. */
  secret: Uint8Array;
}

/** Of the rules that a bundle carries, those whose time it is. */
export function rulesInForce({ rules }: Bundle, at: number): CarriedRules[] {
  return rules.filter(({ from, until }) => from <= at && at < until);
}
