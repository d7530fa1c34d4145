import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { FortnightDay } from '../../fortnight-sheet.ts';
import type { Floors } from '../../water.ts';
import { fortnightMessages } from '../messages/fortnight.ts';
import { sharedMessages } from '../messages/shared.ts';
import type { Standing } from '../standing.ts';

/** A floor with its litres, as the pages call it. */
export function useFloorWords({ tiers }: Floors): (standing: Standing) => string {
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  return (standing) => {
    const tier = tiers.find(({ name }) => name === standing) ?? tiers.at(-1);
    return shared('floor', {
      label: say(tier?.label),
      litres: format.number(tier?.litresPerPerson, 1),
    });
  };
}

/** What a cell says, in full. */
export function useCellWords(floors: Floors) {
  const t = fortnightMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const floor = useFloorWords(floors);
  return (name: string, date: string, day: FortnightDay): string => {
    if (day.perPerson === null) return t('cell.unknown', { name, day: format.date(date) });
    const standing: Standing = day.below ?? 'enough';
    const words = [
      t('cell.known', {
        name,
        day: format.date(date),
        litres: format.number(day.perPerson, 1),
        standing: shared(`standing.${standing}`, { floor: floor(standing) }),
        basis: t(`basis.${day.basis}`),
      }),
    ];
    if (day.peopleDry > 0)
      words.push(
        t('cell.peopleDry', { people: format.number(day.peopleDry), floor: floor('survival') }),
      );
    if (day.differing > 0) words.push(t('cell.differing', { count: day.differing }));
    return words.join(format.language === 'en' ? '; ' : '；');
  };
}
