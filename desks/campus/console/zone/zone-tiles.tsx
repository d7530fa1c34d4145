import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { ZoneBoard } from '../../zone/zone.contract.ts';
import { zoneMessages } from '../messages/zone.ts';

const always = ['outside', 'disinfecting', 'ready', 'under-way', 'signed'] as const;
const wrong = ['damaged', 'missing', 'withdrawn'] as const;

/** How many parcels are where: together they are all of them. */
export function ZoneTiles({ board }: { board: ZoneBoard }) {
  const t = zoneMessages.use();
  const format = useFormat();
  const count = (of: string) => board.places.find(({ place }) => place === of)?.parcels ?? 0;
  const time = (at: string) => format.findMoment(at)?.time ?? '';
  const between = format.language === 'zh-CN' ? '；' : '; ';
  const { forecast } = board;
  return (
    <Tiles>
      {always.map((place) => (
        <StatTile
          key={place}
          label={t(`place.${place}`)}
          value={format.number(count(place))}
          {...(place === 'outside' && {
            note: [
              t('tiles.of', { all: format.number(board.parcels) }),
              ...(board.later > 0 ? [t('tiles.later', { later: format.number(board.later) })] : []),
            ].join(between),
          })}
        />
      ))}
      {wrong
        .filter((place) => count(place) > 0)
        .map((place) => (
          <StatTile
            key={place}
            label={t(`place.${place}`)}
            value={format.number(count(place))}
            {...(place !== 'withdrawn' && { level: 'warn' as const })}
          />
        ))}
      <StatTile
        label={t('tiles.late')}
        value={format.number(board.lates)}
        level={board.lates > 0 ? 'warn' : 'ok'}
        note={t(board.lates > 0 ? 'tiles.lateSome' : 'tiles.lateNone')}
      />
      {forecast && (
        <StatTile
          label={t('tiles.ends')}
          value={time(forecast.ends)}
          note={[
            t('tiles.forecast'),
            forecast.ends === forecast.bound
              ? t('tiles.bestReached')
              : t('tiles.best', { bound: time(forecast.bound) }),
          ].join(between)}
        />
      )}
    </Tiles>
  );
}
