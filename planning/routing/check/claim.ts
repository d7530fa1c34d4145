import type { Route } from '../problem.ts';

/** A plan, and what it says of itself. A `Solution` is one; what is left out is not judged. */
export interface Claim {
  routes: readonly Route[];
  unserved?: readonly { client: number }[] | undefined;
  cost?: number | undefined;
  missing?: number | undefined;
}
