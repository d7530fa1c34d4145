import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { StoresBoard } from '../../../boarding/stores/stores.contract.ts';
import { storesMessages } from '../../messages/stores.ts';

/** How many are inside, what runs out first, what is short, what is on its way. */
export function StoresTiles({ board }: { board: StoresBoard }) {
  const t = storesMessages.use();
  const format = useFormat();
  const { inside, items, needs } = board;
  const [first] = items
    .filter(({ standing }) => standing.daysLeft !== null)
    .sort((a, b) => (a.standing.daysLeft ?? 0) - (b.standing.daysLeft ?? 0));
  const short = items.filter(({ standing }) =>
    ['out', 'late', 'below', 'short'].includes(standing.state),
  );
  const standing = needs.filter((need) => need.standing);
  const toCome = standing
    .flatMap(({ promises }) => promises)
    .filter(({ state }) => state === 'made');
  return (
    <Tiles>
      <StatTile
        label={t('tiles.inside')}
        value={inside ? format.number(inside.people) : '—'}
        note={
          inside === null
            ? t('tiles.insideNone')
            : inside.from === 'set'
              ? (inside.source ?? '')
              : t('tiles.insideRoster')
        }
      />
      <StatTile
        label={t('tiles.first')}
        value={first ? first.fields.name : '—'}
        {...(first && {
          note: t('tiles.firstNote', {
            days: format.number(first.standing.daysLeft, 1),
            day: format.date(first.standing.runsOut),
          }),
        })}
      />
      <StatTile
        label={t('tiles.short')}
        value={format.number(short.length)}
        level={short.length > 0 ? 'warn' : 'ok'}
        note={
          short.length > 0
            ? short.map(({ fields }) => fields.name).join(format.language === 'en' ? ', ' : '、')
            : t('tiles.shortNone')
        }
      />
      <StatTile
        label={t('tiles.needs')}
        value={format.number(standing.length)}
        note={t('tiles.toCome', { promises: format.number(toCome.length) })}
      />
    </Tiles>
  );
}
