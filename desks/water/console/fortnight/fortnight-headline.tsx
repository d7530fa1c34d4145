import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Fortnight } from '../../fortnight-sheet.ts';
import { StandingShape } from '../floor-tag.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import banner from '../today/headline-banner.module.css';
import { shortDay } from './short-day.ts';
import { useFloorWords } from './use-cell-words.ts';

/** The fortnight in a sentence: where the longest dry spell was, and how much of it is known. */
export function FortnightHeadline({ sheet }: { sheet: Fortnight }) {
  const t = fortnightMessages.use();
  const format = useFormat();
  const floor = useFloorWords(sheet.floors);
  const [worst] = sheet.villages;
  const { known } = sheet.total;
  const dry = worst && worst.dry.days > 0 ? worst.dry : undefined;
  const date = (day: string | null) => shortDay(format.language, day ?? '').date;
  const sentence =
    known === 0
      ? t('headline.nothing')
      : dry && worst
        ? [
            t('headline.dry', {
              floor: floor('survival'),
              name: worst.name,
              count: dry.days,
              from: date(dry.from),
              to: date(dry.to),
            }),
            dry.goesOn && t('headline.goesOn'),
          ]
            .filter(Boolean)
            .join(format.language === 'en' ? ' ' : '')
        : t('headline.none', { floor: floor('survival') });
  const standing = known === 0 ? undefined : dry ? 'survival' : 'enough';
  return (
    <div className={banner.banner} data-standing={standing}>
      {standing && <StandingShape standing={standing} size={28} />}
      <div className={banner.words}>
        <p className={banner.sentence}>{sentence}</p>
        {known > 0 && (
          <p className={banner.shortest}>
            {known < sheet.days.length ? t('headline.known', { known }) : t('headline.all')}
          </p>
        )}
      </div>
    </div>
  );
}
