import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useCallback } from 'react';
import type { Floors } from '../../water.ts';
import { sharedMessages } from '../messages/shared.ts';
import { versionMessages } from '../messages/versions.ts';

/** A score as an officer reads it: how many people's worth of water is missing at each floor, and how far is driven. */
export function useScoreWords(floors: Floors): (score: NonNullable<PlanHead['score']>) => string {
  const t = versionMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  return useCallback(
    ({ tiers, metres }) => {
      const short = tiers.filter(({ people }) => people > 0);
      const shortages = short.map(({ name, people }) => {
        const label = floors.tiers.find((tier) => tier.name === name)?.label;
        // Less than one share is still somebody's shortage.
        return shared('tierShort', {
          floor: say(label) || name,
          people: format.number(people, people < 10 ? 1 : 0),
        });
      });
      return t('score', {
        shortages:
          shortages.length > 0 ? shortages.join(shared('listComma')) : shared('nobodyShort'),
        distance: format.distance(metres),
      });
    },
    [floors, t, shared, say, format],
  );
}
