import type { FactKind } from './catalogue.ts';
import { isUnder14 } from './identity.ts';

/** Why nothing of a person may be recorded or read. */
export type Withheld = 'consent-needed' | 'consent-withdrawn';

type Said = readonly { fact: FactKind; corrects: string | null }[];

/** What a guardian said last, of facts in the order in which they were recorded. Who corrects how a name was spelt decides nothing anew. */
export const lastWord = (facts: Said): FactKind | undefined =>
  facts.findLast(
    ({ fact, corrects }) =>
      corrects === null && (fact === 'guardian-consent' || fact === 'consent-withdrawn'),
  )?.fact;

/** A guardian's no holds until a guardian's next yes, whatever the age by then; under 14 nothing is kept without a yes. `born` null: not under 14. */
export function withheld(of: { born: string | null; today: string }, facts: Said): Withheld | null {
  const last = lastWord(facts);
  if (last === 'consent-withdrawn') return 'consent-withdrawn';
  return last === undefined && of.born !== null && isUnder14(of.born, of.today)
    ? 'consent-needed'
    : null;
}
