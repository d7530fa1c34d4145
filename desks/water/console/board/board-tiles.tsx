import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { BoardSheet } from '../../board/board-sheet.ts';
import { patience } from '../../board/standing.ts';
import { boardMessages } from '../messages/board.ts';

/** The day in four figures. */
export function BoardTiles({ sheet }: { sheet: BoardSheet }) {
  const t = boardMessages.use();
  const format = useFormat();
  const { totals, promises, flags } = sheet;
  const many = (...standings: string[]) =>
    promises.filter(({ standing }) => standings.includes(standing)).length;
  const late = many('late');
  const [differs, missing] = [many('differs'), many('second-key-missing', 'first-key-missing')];
  const odd = differs + missing + flags.length;
  return (
    <Tiles>
      <StatTile
        label={t('tile.came')}
        value={format.cubicMetres(totals.came)}
        note={t('tile.cameNote', {
          due: format.cubicMetres(totals.due),
          promised: format.cubicMetres(totals.promised),
        })}
        {...(totals.due > 0 && { level: totals.came >= totals.due * 0.95 ? 'ok' : 'warn' })}
      />
      <StatTile
        label={t('tile.verified')}
        value={format.cubicMetres(totals.verified)}
        note={
          totals.came > 0 && totals.verified > 0
            ? t('tile.verifiedNote', { share: format.percent(totals.verified / totals.came) })
            : t('tile.verifiedNone')
        }
      />
      <StatTile
        label={t('tile.behind')}
        value={format.number(late)}
        unit={t('tile.trips')}
        note={t('tile.behindNote', { minutes: format.number(patience.word) })}
        level={late > 0 ? 'bad' : 'ok'}
      />
      <StatTile
        label={t('tile.odd')}
        value={format.number(odd)}
        unit={t('tile.items')}
        note={t('tile.oddNote', {
          differs: format.number(differs),
          missing: format.number(missing),
          flags: format.number(flags.length),
        })}
        level={odd > 0 ? 'warn' : 'ok'}
      />
    </Tiles>
  );
}
