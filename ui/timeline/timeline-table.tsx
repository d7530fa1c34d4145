import { useMemo } from 'react';
import { useFormat } from '../language/use-format.tsx';
import { uiMessages } from '../messages.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import type { Bar, TimelineRow } from './bars.ts';
import { KindMark } from './kind-mark.tsx';
import styles from './timeline.module.css';
import type { TimelineProps } from './timeline.tsx';

type Entry = { row: TimelineRow; bar: Bar };

export function TimelineTable(props: TimelineProps) {
  const { rows, kinds, rowHeader, onSelect } = props;
  const t = uiMessages.use();
  const format = useFormat();
  const entries = useMemo(
    () =>
      rows.flatMap((row) =>
        [...row.bars].sort((a, b) => a.from - b.from).map((bar): Entry => ({ row, bar })),
      ),
    [rows],
  );
  const columns = useMemo<Column<Entry>[]>(() => {
    const kindOf = new Map(kinds.map((kind) => [kind.id, kind]));
    return [
      { id: 'row', header: rowHeader, cell: ({ row }) => row.label, sort: ({ row }) => row.label },
      {
        id: 'from',
        header: t('timeline.from'),
        numeric: true,
        firstSort: 'ascending',
        cell: ({ bar }) => format.timeOfDay(bar.from),
        sort: ({ bar }) => bar.from,
      },
      {
        id: 'to',
        header: t('timeline.to'),
        numeric: true,
        cell: ({ bar }) => format.timeOfDay(bar.to),
      },
      {
        id: 'length',
        header: t('timeline.length'),
        numeric: true,
        cell: ({ bar }) => format.duration(bar.to - bar.from),
        sort: ({ bar }) => bar.to - bar.from,
      },
      {
        id: 'what',
        header: t('timeline.what'),
        inCard: 'aside',
        cell: ({ bar }) => {
          const kind = kindOf.get(bar.kind);
          return (
            kind && (
              <span className={styles.kind}>
                <KindMark kind={kind} />
                {kind.label}
              </span>
            )
          );
        },
        sort: ({ bar }) => kindOf.get(bar.kind)?.label,
      },
      {
        id: 'title',
        header: t('timeline.detail'),
        inCard: 'wide',
        cell: ({ bar }) =>
          [bar.title, bar.short, bar.note, bar.mark?.label].filter(Boolean).join(' · '),
      },
    ];
  }, [kinds, rowHeader, t, format]);
  return (
    <DataTable
      caption={props.title}
      rows={entries}
      columns={columns}
      rowKey={({ bar }) => bar.id}
      rowName={({ row, bar }) => `${row.label} ${bar.title}`}
      selected={props.selected}
      {...(onSelect && { onOpen: ({ bar }: Entry) => onSelect(bar.id) })}
      footer={t('table.rows', { count: entries.length })}
    />
  );
}
