import type { ResponseKeys } from '../keys/response-keys.ts';
import type { HouseholdCheck } from './households/checks.ts';

export interface RegisterServices {
  keys: ResponseKeys;
  newId(): string;
  /** What desks look for in households besides the register itself. */
  householdChecks?: readonly HouseholdCheck[];
}
