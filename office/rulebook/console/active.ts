import type { Response } from '../../responses/contract.ts';
import type { RuleSet } from '../rulebook.ts';

/** Whether some response of its kind is active in or below its area at that moment. */
export const isActive = (set: RuleSet, responses: readonly Response[], at: string): boolean =>
  responses.some(
    ({ id, starts, ended }) =>
      set.responses.includes(id) &&
      Date.parse(starts) <= Date.parse(at) &&
      (ended === null || Date.parse(at) < Date.parse(ended)),
  );
