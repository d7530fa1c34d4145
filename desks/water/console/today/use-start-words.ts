import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PointStart } from '../../day-start.ts';
import type { PointKind } from '../../water.ts';
import { todayMessages } from '../messages/today.ts';
import { useKindWords } from '../use-kind-words.ts';

/** What a point went short on the days before, and what that weighs today; undefined where it is owed nothing. */
export function useStartWords(): (start: PointStart | null, kind: PointKind) => string | undefined {
  const t = todayMessages.use();
  const words = useKindWords();
  const format = useFormat();
  return (start, kind) => {
    if (!start || start.owed === 0) return undefined;
    const { yesterday, owed, factor, weighed } = start;
    const litres = words.perHead(kind, owed);
    const short =
      yesterday === null
        ? [t('point.shortUnknown', { litres })]
        : yesterday === 0
          ? [t('point.shortEarlier', { litres })]
          : [
              t('point.shortYesterday', { litres: words.perHead(kind, yesterday) }),
              owed > yesterday && t('point.shortBefore', { litres }),
            ].filter((words) => words !== false);
    const weight = weighed
      ? t('point.weight', { factor: format.number(factor, 1) })
      : t('point.notWeighed');
    return [...short, weight].join(format.language === 'en' ? ', ' : '，');
  };
}
