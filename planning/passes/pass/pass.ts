/**
 * The words of a pass.
 *
 * Times are whole seconds since 1970-01-01 UTC (NumericDate, RFC 8392). Everything here stands on the pass for everybody who
 * scans it, so it holds what a guard has to see without a network and nothing else: no full name, no address, no telephone
 * number, nothing about health.
 */

export type Kind = 'person' | 'vehicle' | 'delivery';

/** A place in an issuer's status lists; no other pass of the issuer ever gets it. It is all that a ledger needs to keep. */
export interface PassId {
  /** Which list: 0 to 127. */
  list: number;
  /** Where in it: 0 to 131,071. The draft asks for places at random, so that they tell nothing of when or for whom. */
  index: number;
}

interface AnyPass {
  id: PassId;
  /** Who issues it: 1 to 6 of `A-Z`, `0-9` and `-`, such as the county's division code `430212`. */
  issuer: string;
  /** Numbers of the areas that it opens, 1 to 255; one to three of them. The bundle has their names. */
  areas: readonly number[];
  /** What for, 0 to 23; the bundle has the words. Of a delivery: what it carries. Never anything about health. Default 0. */
  purpose?: number;
  /** When it is signed. */
  issuedAt: number;
  /** From when it counts; not before `issuedAt`, which is the default. */
  from?: number;
  /** It counts until just before. At most 31 days after `issuedAt`. */
  until: number;
}

export interface PersonPass extends AnyPass {
  kind: 'person';
  /** The first character and one asterisk: 张*. See `maskName`. */
  name: string;
  /** The last four of the identity document: three digits, then a digit or X. */
  lastFour?: string;
}

export interface VehiclePass extends AnyPass {
  /** Of a `delivery` the truck that brings it. */
  kind: 'vehicle' | 'delivery';
  /**
   * The number plate without dot or space: a province's (湘B12345, 湘BD12345, 湘B1234挂, 湘B临12345), or 4 to 8 of `A-Z` and `0-9`
   * with both among them. At most 12 bytes of UTF-8.
   */
  plate: string;
}

export type Pass = PersonPass | VehiclePass;

/** Lists of an issuer, and places in a list. */
export const LISTS = 128;
export const PLACES = 131_072;

/** Seconds from issuing to the end, at most: 31 days. What is over needs no revoking, and tells nothing when it is found. */
export const LONGEST = 31 * 86_400;

/** One number for an id: three bytes. */
export function numberOfId({ list, index }: PassId): number {
  return list * PLACES + index;
}

export function idOfNumber(number: number): PassId {
  return { list: Math.floor(number / PLACES), index: number % PLACES };
}
