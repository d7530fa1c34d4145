import type { FactKind } from './catalogue.ts';
import { isUnder14 } from './identity.ts';

/** Why nothing of a person may be recorded or read. */
export type Withheld = 'consent-needed' | 'consent-withdrawn';

/**
 * A guardian's no holds until a guardian's next yes, whatever the age by then; under 14 nothing is kept without a yes.
 * `facts` in the order in which they were recorded. Who corrects how a name was spelt decides nothing anew.
 */
export function withheld(
  of: { born: string; today: string },
  facts: readonly { fact: FactKind; corrects: string | null }[],
): Withheld | null {
  const last = facts.findLast(
    ({ fact, corrects }) =>
      corrects === null && (fact === 'guardian-consent' || fact === 'consent-withdrawn'),
  )?.fact;
  if (last === 'consent-withdrawn') return 'consent-withdrawn';
  return last === undefined && isUnder14(of.born, of.today) ? 'consent-needed' : null;
}
