import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Fortnight } from '../../fortnight-sheet.ts';
import { StandingShape } from '../floor-tag.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import { someNames } from '../today/headline.ts';
import banner from '../today/headline-banner.module.css';
import { shortDay } from './short-day.ts';
import { useFloorWords } from './use-cell-words.ts';

/** The fortnight in a sentence: where the longest dry spell was, and how much of it is known. */
export function FortnightHeadline({ sheet }: { sheet: Fortnight }) {
  const t = fortnightMessages.use();
  const shared = sharedMessages.use();
  const today = todayMessages.use();
  const format = useFormat();
  const floor = useFloorWords(sheet.floors);
  const [worst] = sheet.villages;
  const { known } = sheet.total;
  const dry = worst && worst.dry.days > 0 ? worst.dry : undefined;
  const longest = sheet.villages.filter(
    (village) => dry && village.dry.days === dry.days && village.dry.to === dry.to,
  );
  const { names, more } = someNames(longest, 4);
  const list = names.join(shared('listComma'));
  const named =
    more === 0
      ? list
      : today('headline.names', { names: list, count: format.number(longest.length) });
  const gap = format.language === 'en' ? ' ' : '';
  const date = (day: string | null) => shortDay(format.language, day ?? '').date;
  const sentence =
    known === 0
      ? t('headline.nothing')
      : dry && worst
        ? [
            dry.days === 1
              ? t('headline.dryOneDay', {
                  floor: floor('survival'),
                  name: named,
                  from: date(dry.from),
                })
              : t('headline.dry', {
                  floor: floor('survival'),
                  name: named,
                  count: dry.days,
                  from: date(dry.from),
                  to: date(dry.to),
                }),
            dry.days > 1 && dry.goesOn && t('headline.goesOn'),
          ]
            .filter(Boolean)
            .join(gap)
        : t('headline.none', { floor: floor('survival') });
  const standing = known === 0 ? undefined : dry ? 'survival' : 'enough';
  return (
    <div className={banner.banner} data-standing={standing}>
      {standing && <StandingShape standing={standing} size={28} />}
      <div className={banner.words}>
        <p className={banner.sentence}>{sentence}</p>
        {known > 0 && (
          <p className={banner.shortest}>
            {[
              dry &&
                t('headline.peopleDays', {
                  floor: floor('survival'),
                  people: format.number(sheet.total.peopleDaysDry),
                }),
              known < sheet.days.length ? t('headline.known', { known }) : t('headline.all'),
            ]
              .filter(Boolean)
              .join(gap)}
          </p>
        )}
      </div>
    </div>
  );
}
