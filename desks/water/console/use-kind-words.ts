import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useMemo } from 'react';
import { floorsFor } from '../kinds.ts';
import type { Floors, PointKind } from '../water.ts';
import { headsOf, kindMessages } from './messages/kinds.ts';

/** Heads and litres a head in the words of a kind: people, beds, pupils, animals. */
export function useKindWords() {
  const t = kindMessages.use();
  const say = useSay();
  const format = useFormat();
  return useMemo(() => {
    const litres = (value: number | null) => ({ litres: format.number(value, 1) });
    return {
      kind: (kind: PointKind) => t(`kind.${kind}`),
      heads: (kind: PointKind, count: number) => headsOf(t, format, kind, count),
      each: (kind: PointKind, value: number | null) => t(`each.${kind}`, litres(value)),
      perHead: (kind: PointKind, value: number) => t(`perHead.${kind}`, litres(value)),
      measured: (kind: PointKind) => t(`measured.${kind}`),
      /** The kind's own floors; undefined where those for everybody hold. A floor of nothing asks for nothing. */
      floors: (kind: PointKind, floors: Floors): string | undefined => {
        const own = floorsFor(kind, floors);
        if (own === floors) return undefined;
        const list = own.tiers
          .filter(({ litresPerPerson }) => litresPerPerson > 0)
          .map(({ label, litresPerPerson }) =>
            t('floor', { label: say(label), litres: format.number(litresPerPerson, 1) }),
          );
        return t(`perHead.${kind}`, { litres: list.join(t('comma')) });
      },
    };
  }, [t, say, format]);
}
