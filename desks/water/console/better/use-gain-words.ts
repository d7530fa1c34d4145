import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useCallback } from 'react';
import type { Gain } from '../../one-more.ts';
import type { Floors } from '../../water.ts';
import { betterMessages } from '../messages/better.ts';
import { tellingTiers } from './telling-tiers.ts';

/** What a try gave, in words. */
export function useGainWords(floors: Floors): (gain: Gain) => string {
  const t = betterMessages.use();
  const say = useSay();
  const format = useFormat();
  return useCallback(
    (gain) => {
      if (!gain.helps) return t('tries.noHelp');
      const label = (name: string) =>
        say(floors.tiers.find((tier) => tier.name === name)?.label) || name;
      const words = tellingTiers(gain).map(({ name, people, shares }) =>
        people > 0
          ? t('tries.people', { floor: label(name), people: format.number(people) })
          : t('tries.shares', { floor: label(name), shares: format.number(shares) }),
      );
      if (gain.litres > 0) words.push(t('tries.litres', { litres: format.litres(gain.litres) }));
      return words.length > 0 ? words.join(t('tries.listAnd')) : t('tries.little');
    },
    [floors, t, say, format],
  );
}
