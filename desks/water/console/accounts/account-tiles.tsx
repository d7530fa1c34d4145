import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Tiles } from '@liangbuwu/ui/shell/page.tsx';
import type { Accounts } from '../../accounts/accounts.ts';
import { accountsMessages } from '../messages/accounts.ts';
import { openSides } from './balance-lines.ts';

/** The account in five figures. */
export function AccountTiles({ accounts }: { accounts: Accounts }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const { ledger, cost } = accounts;
  const { totals, sources } = ledger;
  const fills = sources.reduce((sum, source) => sum + source.fills, 0);
  const { more, less } = openSides(ledger);
  const off = more + less + Math.abs(totals.said);
  return (
    <Tiles>
      <StatTile
        label={t('tile.filled')}
        value={format.cubicMetres(totals.filled)}
        note={t('tile.filledNote', { fills: format.number(fills) })}
      />
      <StatTile
        label={t('tile.came')}
        value={format.cubicMetres(totals.came)}
        note={t('tile.cameNote', { promised: format.cubicMetres(totals.promised) })}
      />
      <StatTile
        label={t('tile.verified')}
        value={format.cubicMetres(totals.verified)}
        note={
          totals.verified > 0
            ? t('tile.verifiedNote', { share: format.percent(totals.verified / totals.came) })
            : t('tile.verifiedNone')
        }
      />
      <StatTile
        label={t('tile.difference')}
        value={format.cubicMetres(off)}
        note={
          totals.said === 0
            ? t('tile.differenceNote', {
                missing: format.litres(more),
                extra: format.litres(less),
              })
            : t('tile.differenceOf', {
                said: format.litres(totals.said),
                open: format.litres(more + less),
              })
        }
        level={off === 0 ? 'ok' : 'warn'}
      />
      <StatTile
        label={t('tile.cost')}
        value={format.number(cost.perVerified, 2)}
        {...(cost.perVerified !== null && { unit: t('tile.yuan') })}
        note={
          cost.missing.length > 0
            ? t('tile.costMissing', { count: cost.missing.length })
            : cost.perVerified === null
              ? t('tile.costNone')
              : t('tile.costNote', {
                  sum: format.number(cost.cost?.sum, 2),
                  verified: format.cubicMetres(totals.verified),
                })
        }
      />
    </Tiles>
  );
}
