/** Sites and groups that have nothing to do with any others. All indices are its own. */
export interface Part {
  /** The instance's index of each site, ascending: those that are there first, then `must`, then the others. */
  sites: number[];
  /** How many of `sites` are there already. */
  existing: number;
  /** How many of `sites` are `must`. */
  must: number;
  /** Units of water of each site, no more than all in its reach could take. */
  caps: number[];
  building: number[];
  cost: number[];
  /** Those whom one of `sites` reaches. */
  groups: Home[];
  /** The groups, those with the same sites and the same need as one: for them it is the same who of them is served. */
  classes: Class[];
}

export interface Home {
  /** The instance's index. */
  group: number;
  people: number;
  need: number;
  sites: number[];
  /** To each of `sites`. */
  metres: number[];
}

export interface Class {
  people: number;
  need: number;
  sites: number[];
  /** Indices into `groups`. */
  members: number[];
}

/** Everybody in it needs the same; then whole people come by themselves, see README. */
export function isUniform({ classes }: Part): boolean {
  return classes.every(({ need }) => need === 1);
}

/** Sites that are open whatever is chosen. */
export function firstOpen({ existing, must }: Part): number[] {
  return Array.from({ length: existing + must }, (_, i) => i);
}

/** Sites that may be opened. */
export function freeSites(part: Part): number[] {
  const given = part.existing + part.must;
  return Array.from({ length: part.sites.length - given }, (_, i) => given + i);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Stands for a number of new sites: before anything is built, `must` sites too. */
export const NOW = -1;

/** The same part before anything is built. */
export function withoutMust(part: Part): Part {
  return { ...part, must: 0 };
}

/** How many new sites a part is looked at with, at most. */
export function mostOf(part: Part, most: number): number {
  return Math.min(most, part.must + freeSites(part).length);
}
