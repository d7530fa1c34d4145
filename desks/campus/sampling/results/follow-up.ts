import { instant, text } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { TubeCode, type TubeResult } from '../run/run.ts';

/** Within so many minutes of a positive report each of its people is called, apart and sampled again. Set, no page tells. */
export const actWithin = 120;

/** Whose people are followed up: of a positive tube against the clock, of an invalid one so that they come again. */
export const isFollowed = (result: TubeResult | null): boolean =>
  result === 'positive' || result === 'invalid';

/** What is done for one person of a tube. */
export const FollowUp = z.strictObject({
  called: instant.nullable(),
  isolatedAt: text(60).nullable().describe('where they are apart'),
  code: TubeCode.nullable().describe('of the tube that is theirs alone'),
  outcome: z.enum(['negative', 'positive']).nullable(),
  outcomeAt: instant.nullable().describe('when it was reported'),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const nothingDone: FollowUp = {
  called: null,
  isolatedAt: null,
  code: null,
  outcome: null,
  outcomeAt: null,
};
