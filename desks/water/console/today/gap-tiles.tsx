import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { levelOf } from '../floor-tag.tsx';
import { todayMessages } from '../messages/today.ts';
import type { SheetStanding } from '../standing.ts';
import styles from './gap-tiles.module.css';

/** The day in six figures. */
export function GapTiles({ sheet }: { sheet: SheetStanding }) {
  const t = todayMessages.use();
  const say = useSay();
  const format = useFormat();
  const { total, villages, below, floors, lossPercent, animalsShort } = sheet;
  const last = floors.tiers.at(-1)?.name;
  const points = villages.reduce((sum, village) => sum + village.points.length, 0);
  return (
    <div className={styles.tiles}>
      <StatTile
        label={t('tile.people')}
        value={format.number(total.people)}
        note={[
          t('tile.peopleNote', {
            villages: format.number(villages.length),
            points: format.number(points),
          }),
          ...(total.animals > 0
            ? [
                t(animalsShort > 0 ? 'tile.animalsShort' : 'tile.animals', {
                  animals: format.number(total.animals),
                  short: format.number(animalsShort),
                }),
              ]
            : []),
        ].join(t('tile.semicolon'))}
      />
      <StatTile
        label={t('tile.promised')}
        value={format.number(total.delivered)}
        unit={t('tile.perPersonUnit')}
        note={t('tile.promisedNote', { have: format.litres(total.have) })}
      />
      <StatTile
        label={t('tile.perPerson')}
        value={format.number(total.perPerson, 1)}
        unit={t('tile.perPersonUnit')}
        note={
          lossPercent > 0
            ? t('tile.perPersonLess', { percent: format.number(lossPercent, 1) })
            : t('tile.perPersonNote')
        }
      />
      {below.map(({ tier, villages: short, people, general }) => {
        const floor = say(tier.label);
        const some = short.length > 0;
        return (
          <StatTile
            key={tier.name}
            label={t(tier.name === last ? 'tile.belowFull' : 'tile.below', { floor })}
            value={format.number(short.length)}
            unit={t(short.length === 1 ? 'tile.village' : 'tile.villages')}
            note={t(general ? 'tile.belowPeople' : 'tile.belowOwn', {
              litres: format.number(tier.litresPerPerson, 1),
              people: format.number(people),
            })}
            {...(tier.name === last && some ? {} : { level: some ? levelOf[tier.name] : 'ok' })}
          />
        );
      })}
    </div>
  );
}
