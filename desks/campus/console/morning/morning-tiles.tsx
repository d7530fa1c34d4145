import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { Morning, MorningState } from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';

/** How the morning stands, in five figures. */
export function MorningTiles({ morning }: { morning: Morning }) {
  const t = morningMessages.use();
  const format = useFormat();
  const { classes } = morning;
  const sum = (of: MorningState) => classes.reduce((all, { counts }) => all + counts[of], 0);
  const expected = classes.reduce((all, one) => all + one.expected, 0);
  const [refused, waits] = [sum('refused'), sum('waits')];
  return (
    <Tiles>
      <StatTile
        label={t('tiles.expected')}
        value={format.number(expected)}
        note={t('tiles.expectedNote')}
      />
      <StatTile
        label={t('tiles.arrived')}
        value={format.number(sum('arrived'))}
        note={t('tiles.awaited', { n: format.number(sum('awaited')) })}
      />
      <StatTile
        label={t('tiles.refused')}
        value={format.number(refused)}
        level={refused > 0 ? 'bad' : 'ok'}
        note={t('tiles.refusedNote')}
      />
      <StatTile
        label={t('tiles.waits')}
        value={format.number(waits)}
        level={waits > 0 ? 'warn' : 'ok'}
        note={t('tiles.gone', { n: format.number(sum('gone')) })}
      />
    </Tiles>
  );
}
