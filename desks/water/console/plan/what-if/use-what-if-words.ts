import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { WhatIf } from '../../../what-if.ts';
import { sharedMessages } from '../../messages/shared.ts';
import { whatIfMessages } from '../../messages/what-if.ts';
import type { DayNames } from '../day-names.ts';

/** What is assumed, in one line. */
export function useWhatIfWords(names: DayNames) {
  const t = whatIfMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const list = (parts: readonly string[]) => parts.join(shared('listComma'));
  return ({ floors, more, longer, without }: WhatIf): string =>
    list([
      ...(floors
        ? [t('words.floors', { litres: floors.map((each) => format.number(each, 1)).join(' / ') })]
        : []),
      ...more.map(({ like, count }) =>
        t('words.more', {
          count: format.number(count),
          name: names.tankers.get(like)?.name ?? '—',
        }),
      ),
      ...(longer > 0 ? [t('words.longer', { hours: format.number(longer / 3600, 1) })] : []),
      ...(without.length > 0
        ? [
            t('words.without', {
              names: list(without.map((id) => names.sources.get(id)?.name ?? '—')),
            }),
          ]
        : []),
    ]);
}
