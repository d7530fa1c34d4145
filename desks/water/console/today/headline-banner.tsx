import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { DeskDayView } from '../desk-day.tsx';
import { StandingShape } from '../floor-tag.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { todayMessages } from '../messages/today.ts';
import type { SheetStanding, Standing } from '../standing.ts';
import { type Headline, headlineOf, someNames } from './headline.ts';
import styles from './headline-banner.module.css';

const standings: Record<Exclude<Headline['kind'], 'own-below'>, Standing | undefined> = {
  'nobody-to-serve': undefined,
  'no-plan': 'basic',
  'below-survival': 'survival',
  'below-basic': 'basic',
  'below-full': 'full',
  'all-reached': 'enough',
  'own-reached': 'enough',
};

/** The day in a sentence: who is below which floor, and where it is worst. */
export function HeadlineBanner(props: {
  view: DeskDayView;
  sheet: SheetStanding;
  basis: 'published' | 'plan' | 'nothing';
}) {
  const { view, sheet, basis } = props;
  const t = todayMessages.use();
  const say = useSay();
  const format = useFormat();
  const sentence = useSentence(sheet);
  const headline = headlineOf(sheet, basis);
  const standing = headline.kind === 'own-below' ? headline.standing : standings[headline.kind];
  const day = view.isToday ? t('headline.today') : format.date(view.day);
  const { shortest } = sheet;
  return (
    <div className={styles.banner} data-standing={standing}>
      {standing && <StandingShape standing={standing} size={28} />}
      <div className={styles.words}>
        <p className={styles.sentence}>{sentence(headline, day)}</p>
        {shortest?.point.short && basis !== 'nothing' && (
          <p className={styles.shortest}>
            {t('headline.shortest', { say: say(shortest.point.short.say) })}
          </p>
        )}
      </div>
    </div>
  );
}

function useSentence(sheet: SheetStanding) {
  const t = todayMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const format = useFormat();
  const floor = (name: Standing) => {
    const tier = sheet.floors.tiers.find((one) => one.name === name);
    const below = sheet.below.find((one) => one.tier.name === name);
    // A clinic's floor is another number of litres.
    if (below?.general === false) return say(tier?.label);
    return shared('floor', {
      label: say(tier?.label),
      litres: format.number(tier?.litresPerPerson, 1),
    });
  };
  const named = (villages: readonly { name: string }[]) => {
    const { names, more } = someNames(villages, 4);
    const list = names.join(shared('listComma'));
    return more === 0
      ? list
      : t('headline.names', { names: list, count: format.number(villages.length) });
  };
  return (headline: Headline, day: string): string => {
    switch (headline.kind) {
      case 'nobody-to-serve':
        return t('headline.nobody-to-serve');
      case 'no-plan':
        return t('headline.no-plan', {
          day,
          count: headline.villages,
          people: format.number(headline.people),
          perPerson: format.number(headline.perPerson, 1),
        });
      case 'below-survival': {
        const first = t('headline.below-survival', {
          day,
          floor: floor('survival'),
          count: headline.survival.length,
          names: named(headline.survival),
          people: format.number(headline.people),
        });
        if (headline.basic.length <= headline.survival.length) return first;
        return `${first}${format.language === 'en' ? ' ' : ''}${t('headline.and-basic', { floor: floor('basic'), count: headline.basic.length })}`;
      }
      case 'below-basic':
        return t('headline.below-basic', {
          day,
          floor: floor('basic'),
          count: headline.basic.length,
          names: named(headline.basic),
          people: format.number(headline.people),
        });
      case 'below-full':
        return t('headline.below-full', {
          day,
          reached: floor('basic'),
          floor: floor('full'),
          count: headline.full.length,
        });
      case 'own-below':
        return t('headline.own-below', {
          day,
          village: headline.village,
          floor: floor(headline.standing),
          people: format.number(headline.people),
        });
      case 'own-reached':
        return t('headline.own-reached', { day, village: headline.village, floor: floor('full') });
      case 'all-reached':
        return t('headline.all-reached', { day, floor: floor('full') });
    }
  };
}
