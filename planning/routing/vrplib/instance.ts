import type { Problem } from '../problem.ts';

/**
 * How a set publishes its costs, and how it gets whole numbers.
 * - `rounded`: distances are rounded to the nearest whole number, and so are costs (the X set).
 * - `tenths`: distances and times are multiplied by ten and cut off; costs are published in tenths (the multi-trip set).
 * - `one-decimal`: as `tenths`, and costs are published with one decimal (VRPTW, as in the DIMACS challenge of 2021).
 */
export type Convention = 'rounded' | 'tenths' | 'one-decimal';

/** A file, read. */
export interface Instance {
  name: string;
  /** Places are the file's nodes in their order, from 0; clients are the nodes that are no depots, in their order. */
  problem: Problem;
  /** Units of the problem's cost in 1 of the published cost: 10 for `one-decimal`, else 1. */
  scale: number;
  convention: Convention;
  /** The type of each vehicle, in the file's numbering; as many as there are clients where the file limits nothing. */
  vehicleTypes: readonly number[];
  /** Of each place, when the file has positions. */
  nodes?: readonly { x: number; y: number }[];
}
