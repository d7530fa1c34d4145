import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { ChlorineAccount, ChlorineRow } from '../../accounts/chlorine.ts';
import { useFirst } from '../board/use-first.tsx';
import { accountsMessages } from '../messages/accounts.ts';
import styles from './accounts.module.css';
import { useNames } from './use-names.ts';

const grams = ['dose', 'target', 'disinfection'] as const;

/** What was put into each tank, beside what the registered concentrations would take. */
export function ChlorinePanel({ chlorine }: { chlorine: ChlorineAccount }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const names = useNames();
  const columns = useMemo<Column<ChlorineRow>[]>(
    () => [
      {
        id: 'time',
        header: t('chlorine.time'),
        cell: ({ at }) => format.instant(at).slice(5),
        sort: ({ at }) => at,
        width: 110,
      },
      {
        id: 'tanker',
        header: t('chlorine.tanker'),
        inCard: 'aside',
        cell: ({ tanker, source }) => (
          <>
            {tanker}
            <span className={styles.muted}>{source}</span>
          </>
        ),
        sort: ({ tanker }) => tanker,
      },
      {
        id: 'litres',
        header: t('chlorine.litres'),
        numeric: true,
        cell: ({ litres }) => format.number(litres),
        sort: ({ litres }) => litres,
      },
      ...grams.map(
        (id): Column<ChlorineRow> => ({
          id,
          header: t(`chlorine.${id}`),
          numeric: true,
          cell: (row) => format.number(row[id], 1),
          sort: (row) => row[id],
        }),
      ),
      ...(['strength', 'reading'] as const).map(
        (id): Column<ChlorineRow> => ({
          id,
          header: t(`chlorine.${id}`),
          numeric: true,
          cell: (row) => format.number(row[id], 2),
          sort: (row) => row[id],
        }),
      ),
    ],
    [t, format],
  );
  const [first, more] = useFirst(chlorine.rows, 10);
  const known = (value: number | null, unit: string) =>
    value === null ? t('chlorine.unknown') : `${format.number(value, 2)}${unit}`;
  return (
    <Panel flush title={t('chlorine.title')} note={t('chlorine.note')}>
      <div className={styles.basis}>
        <p>
          {t('chlorine.basis', {
            strength: known(chlorine.strength, '%'),
            target: known(chlorine.target, ' mg/L'),
            disinfection: known(chlorine.disinfection, ' mg/L'),
            dosed: format.number(chlorine.dosed, 1),
          })}
        </p>
        {chlorine.missing.length > 0 && (
          <p className={styles.missing}>
            {t('chlorine.missing', { names: names(chlorine.missing) })}
          </p>
        )}
      </div>
      <DataTable
        caption={t('chlorine.title')}
        rows={first}
        columns={columns}
        rowKey={({ entry }) => entry}
        rowName={({ tanker }) => tanker}
        footer={more}
        empty={<EmptyState small title={t('chlorine.none')} />}
      />
    </Panel>
  );
}
