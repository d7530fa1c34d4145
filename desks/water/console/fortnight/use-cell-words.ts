import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { FortnightDay } from '../../fortnight-sheet.ts';
import { floorsFor } from '../../kinds.ts';
import type { Floors, PointKind } from '../../water.ts';
import { fortnightMessages } from '../messages/fortnight.ts';
import { sharedMessages } from '../messages/shared.ts';
import type { Standing } from '../standing.ts';
import { useKindWords } from '../use-kind-words.ts';

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

/** What a cell says, in full, of a village or of a point of some kind. */
export function useCellWords(floors: Floors) {
  const t = fortnightMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const words = useKindWords();
  const say = useSay();
  const litresOf = useFloorWords(floors);
  return ({ name, kind }: { name: string; kind: PointKind }, date: string, day: FortnightDay) => {
    if (day.perPerson === null) return t('cell.unknown', { name, day: format.date(date) });
    const standing: Standing = day.below ?? 'enough';
    const own = floorsFor(kind, floors) !== floors;
    const floor = (standing: Standing) =>
      own
        ? say((floors.tiers.find((tier) => tier.name === standing) ?? floors.tiers.at(-1))?.label)
        : litresOf(standing);
    const said = [
      t('cell.known', {
        name,
        day: format.date(date),
        each: words.each(kind, day.perPerson),
        standing: shared(`standing.${standing}`, { floor: floor(standing) }),
        basis: t(`basis.${day.basis}`),
      }),
    ];
    if (day.peopleDry > 0)
      said.push(
        t('cell.peopleDry', { people: format.number(day.peopleDry), floor: floor('survival') }),
      );
    if (day.differing > 0) said.push(t('cell.differing', { count: day.differing }));
    return said.join(format.language === 'en' ? '; ' : '；');
  };
}
