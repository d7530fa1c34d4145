import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { Brought, Ledger, PointAccount } from '../../accounts/ledger-sheet.ts';
import { useFirst } from '../board/use-first.tsx';
import { Chip } from '../chip.tsx';
import { KindTag } from '../kind-tag.tsx';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';

const figures = ['came', 'verified', 'promised', 'spilled', 'stays', 'reached'] as const;

/** What came to each point and what of it people have; below each, every delivery with both sides' words. */
export function PointTable({ ledger }: { ledger: Ledger }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<PointAccount>[]>(() => {
    const shown = (litres: number) => (litres < 0 ? format.signed(litres) : format.number(litres));
    return [
      {
        id: 'name',
        header: t('point.name'),
        cell: ({ name, kind }) => (
          <>
            {name} <KindTag kind={kind} />
          </>
        ),
        sort: ({ name }) => name,
        total: () => t('tanker.total'),
      },
      {
        id: 'village',
        header: t('point.village'),
        cell: ({ village }) => village,
        sort: ({ village }) => village,
      },
      ...figures.map(
        (id): Column<PointAccount> => ({
          id,
          header: t(`point.${id}`),
          numeric: true,
          cell: (row) => shown(row[id]),
          sort: (row) => row[id],
          total: () => shown(ledger.totals[id]),
          width: 104,
        }),
      ),
    ];
  }, [t, format, ledger]);
  const byPoint = useMemo(
    () => Map.groupBy(ledger.deliveries, ({ point }) => point),
    [ledger.deliveries],
  );
  const [first, more] = useFirst(ledger.points, 8);
  return (
    <Panel flush title={t('point.title')} note={t('point.note')}>
      <DataTable
        caption={t('point.title')}
        rows={first}
        columns={columns}
        rowKey={({ point }) => point}
        rowName={({ name }) => name}
        cardsBelow={760}
        footer={more}
        detail={({ point }) => <Trips rows={byPoint.get(point) ?? []} />}
        empty={<EmptyState small title={t('point.none')} />}
      />
    </Panel>
  );
}

function Trips({ rows }: { rows: readonly Brought[] }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<Brought>[]>(
    () => [
      { id: 'time', header: t('point.trips.time'), cell: ({ due }) => format.instant(due) },
      {
        id: 'tanker',
        header: t('point.trips.tanker'),
        cell: ({ tankerName }) => tankerName || t('point.trips.unknown'),
      },
      {
        id: 'promised',
        header: t('point.trips.promised'),
        numeric: true,
        cell: ({ promised }) =>
          promised === null ? <Chip>{t('point.trips.unplanned')}</Chip> : format.number(promised),
      },
      ...(['giver', 'receiver'] as const).map(
        (id): Column<Brought> => ({
          id,
          header: t(`point.trips.${id}`),
          numeric: true,
          cell: (row) => format.number(row[id]),
        }),
      ),
      {
        id: 'counts',
        header: t('point.trips.counts'),
        numeric: true,
        cell: ({ litres }) => <strong>{format.number(litres)}</strong>,
      },
      {
        id: 'known',
        header: t('point.trips.known'),
        cell: ({ known, resolvedBy }) => t(`point.known.${known}`, { name: resolvedBy ?? '' }),
      },
    ],
    [t, format],
  );
  return (
    <div className={styles.trips}>
      <DataTable
        caption={t('point.title')}
        rows={rows}
        columns={columns}
        rowKey={({ promise }) => promise}
        rowName={({ due }) => format.instant(due)}
      />
    </div>
  );
}
