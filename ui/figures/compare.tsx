import { Switch } from 'antd';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useFormat } from '../language/use-format.tsx';
import { uiMessages } from '../messages.ts';
import { EmptyState } from '../state/empty-state.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import styles from './compare.module.css';
import { type Better, DiffValue, judge } from './diff-value.tsx';

export type CompareRow = {
  id: string;
  label: string;
  note?: ReactNode;
  before: number | undefined;
  after: number | undefined;
  format: (value: number) => string;
  formatChange?: (amount: number) => string;
  better?: Better;
  /** For those rows that matter most: stays in sight with "only changes". */
  always?: boolean;
};

/** Two versions of the same measures beside each other, with what changed and whether it is better. */
export function Compare(props: {
  caption: string;
  before: string;
  after: string;
  rows: readonly CompareRow[];
  onlyChanges?: boolean;
}) {
  const t = uiMessages.use();
  const format = useFormat();
  const id = useId();
  const [onlyChanges, setOnlyChanges] = useState(props.onlyChanges ?? false);
  const changed = props.rows.filter(({ before, after }) => before !== after);
  const shown = onlyChanges
    ? props.rows.filter((row) => row.always || row.before !== row.after)
    : props.rows;
  const hidden = props.rows.length - shown.length;
  const columns = useMemo<Column<CompareRow>[]>(() => {
    const value = (row: CompareRow, amount: number | undefined) =>
      amount === undefined ? '—' : row.format(amount);
    return [
      {
        id: 'label',
        header: t('compare.measure'),
        cell: (row) => (
          <>
            {row.label}
            {row.note && <span className={styles.note}>{row.note}</span>}
          </>
        ),
      },
      {
        id: 'before',
        header: props.before,
        numeric: true,
        cell: (row) => <span className={styles.before}>{value(row, row.before)}</span>,
      },
      {
        id: 'after',
        header: props.after,
        numeric: true,
        cell: (row) => (
          <span className={row.before === row.after ? undefined : styles.after}>
            {value(row, row.after)}
          </span>
        ),
      },
      {
        id: 'change',
        header: t('compare.change'),
        inCard: 'wide',
        cell: (row) => (
          <DiffValue
            only="change"
            before={row.before}
            after={row.after}
            format={row.format}
            formatChange={row.formatChange}
            {...(row.better && { better: row.better })}
          />
        ),
      },
    ];
  }, [props.before, props.after, t]);
  return (
    <div>
      <div className={styles.tools}>
        <label htmlFor={id}>
          <Switch id={id} size="small" checked={onlyChanges} onChange={setOnlyChanges} />
          {t('compare.onlyChanges')}
        </label>
        {hidden > 0 && <span>{t('compare.unchanged', { count: format.number(hidden) })}</span>}
      </div>
      <DataTable
        caption={props.caption}
        rows={shown}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.label}
        rowLevel={(row) =>
          judge(row.before, row.after, row.better ?? 'neither') === false ? 'warn' : undefined
        }
        cardsBelow={520}
        empty={<EmptyState small title={t('compare.noChanges')} />}
      />
      {changed.length === 0 && shown.length > 0 && (
        <p className={styles.same}>{t('compare.noChanges')}</p>
      )}
    </div>
  );
}
