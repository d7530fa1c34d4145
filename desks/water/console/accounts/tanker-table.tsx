import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Ledger, TankerAccount } from '../../accounts/ledger-sheet.ts';
import { accountsMessages } from '../messages/accounts.ts';
import { sharedMessages } from '../messages/shared.ts';
import styles from './accounts.module.css';

/** What went into each tanker, what came out, and what it does not account for. */
export function TankerTable({ ledger }: { ledger: Ledger }) {
  const t = accountsMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<TankerAccount>[]>(() => {
    const figure = (id: 'filled' | 'emptied' | 'said' | 'open'): Column<TankerAccount> => {
      const off = id === 'said' || id === 'open';
      const shown = (litres: number) => (off ? format.signed(litres) : format.number(litres));
      return {
        id,
        header: t(`tanker.${id}`),
        numeric: true,
        cell: (row) =>
          off && row[id] !== 0 ? (
            <span className={styles.off}>{shown(row[id])}</span>
          ) : (
            shown(row[id])
          ),
        sort: (row) => (off ? Math.abs(row[id]) : row[id]),
        total: (rows) => shown(rows.reduce((sum, row) => sum + row[id], 0)),
        width: 92,
      };
    };
    return [
      {
        id: 'name',
        header: t('tanker.name'),
        cell: ({ name }) => name,
        sort: ({ name }) => name,
        total: () => t('tanker.total'),
        width: 128,
      },
      figure('filled'),
      figure('emptied'),
      figure('said'),
      figure('open'),
      {
        id: 'may',
        header: t('tanker.may'),
        inCard: 'wide',
        cell: ({ may }) =>
          may.length === 0
            ? t('tanker.balanced')
            : may.map((why) => t(`tanker.why.${why}`)).join(shared('listComma')),
      },
    ];
  }, [t, shared, format]);
  return (
    <Panel flush title={t('tanker.title')} note={t('tanker.note')}>
      <DataTable
        caption={t('tanker.title')}
        rows={ledger.tankers}
        columns={columns}
        rowKey={({ tanker }) => tanker}
        rowName={({ name }) => name}
        rowLevel={({ open, said }) => (open === 0 && said === 0 ? undefined : 'warn')}
        detail={({ to }) =>
          to.length === 0 ? undefined : (
            <ul className={styles.days}>
              {to.map(({ id, name, litres }) => (
                <li key={id} className={styles.part}>
                  {t('source.part', { name, litres: format.litres(litres) })}
                </li>
              ))}
            </ul>
          )
        }
        empty={<EmptyState small title={t('tanker.none')} />}
      />
    </Panel>
  );
}
