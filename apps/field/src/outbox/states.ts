import type { EntryState } from '@liangbuwu/ui/phone/field-card.ts';

export type Happening = 'taken' | 'received' | 'refused' | 'failed' | 'replaced' | 'dropped';

/**
 * What becomes of an entry. `taken` again from `sending`: the page ended while it was on its way, and the server counts
 * it once anyway. What the server has stays sent, whatever a slower tab hears.
 */
const next: Record<EntryState, Partial<Record<Happening, EntryState>>> = {
  waiting: { taken: 'sending', received: 'sent' },
  sending: { taken: 'sending', received: 'sent', refused: 'refused', failed: 'waiting' },
  refused: { received: 'sent', replaced: 'set-aside', dropped: 'set-aside' },
  sent: {},
  'set-aside': {},
};

/** The state after it; undefined: nothing changes by that. */
export const stateAfter = (state: EntryState, what: Happening): EntryState | undefined =>
  next[state][what];

/** Not yet with the server, and not given up by the person. */
export const unsent: readonly EntryState[] = ['waiting', 'sending'];
