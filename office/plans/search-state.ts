import { z } from 'zod';

export const SearchState = z.enum(['queued', 'solving', 'solved', 'failed']);
export type SearchState = z.infer<typeof SearchState>;

/** What becomes of a search; whatever is not here does not happen. */
export const nextSearchState: Readonly<
  Record<SearchState, Partial<Record<'begun' | 'ended' | 'broke', SearchState>>>
> = {
  queued: { begun: 'solving', broke: 'failed' },
  // A server that died is followed by another, which begins again.
  solving: { begun: 'solving', ended: 'solved', broke: 'failed' },
  solved: {},
  failed: {},
};
