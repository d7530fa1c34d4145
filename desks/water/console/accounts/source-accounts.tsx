import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Ledger, SourceRow } from '../../accounts/ledger-sheet.ts';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';

export function SourceAccounts({ ledger }: { ledger: Ledger }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<SourceRow>[]>(
    () => [
      {
        id: 'name',
        header: t('source.name'),
        cell: ({ name }) => name,
        total: () => t('tanker.total'),
      },
      {
        id: 'fills',
        header: t('source.fills'),
        numeric: true,
        cell: ({ fills }) => format.number(fills),
        sort: ({ fills }) => fills,
        total: (rows) => format.number(rows.reduce((sum, { fills }) => sum + fills, 0)),
        width: 90,
      },
      {
        id: 'filled',
        header: t('source.filled'),
        numeric: true,
        cell: ({ filled }) => format.number(filled),
        sort: ({ filled }) => filled,
        total: () => format.number(ledger.totals.filled),
        width: 110,
      },
    ],
    [t, format, ledger],
  );
  return (
    <Panel flush title={t('source.title')}>
      <DataTable
        caption={t('source.title')}
        rows={ledger.sources}
        columns={columns}
        rowKey={({ source }) => source}
        rowName={({ name }) => name}
        cardsBelow={300}
        detail={({ to }) => (
          <ul className={styles.days} aria-label={t('source.to')}>
            {to.map(({ id, name, litres }) => (
              <li key={id} className={styles.part}>
                {t('source.part', { name, litres: format.litres(litres) })}
              </li>
            ))}
          </ul>
        )}
        empty={<EmptyState small title={t('source.none')} />}
      />
    </Panel>
  );
}
