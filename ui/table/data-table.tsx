import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../language/language.ts';
import { EmptyState } from '../state/empty-state.tsx';
import { useElementWidth } from '../theme/element-size.ts';
import type { Level } from '../theme/tokens.ts';
import type { Column, Sorting } from './column.ts';
import { sortRows } from './sorting.ts';
import styles from './table.module.css';
import { TableCards } from './table-cards.tsx';
import { TableGrid } from './table-grid.tsx';

export type DataTableProps<Row> = {
  /** What the table lists; read out, and shown when `showCaption`. */
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** How a row is called when it is expanded or opened. */
  rowName: (row: Row) => string;
  /** Pressing a row's first cell. */
  onOpen?: (row: Row) => void;
  selected?: string | undefined;
  onHover?: (key: string | undefined) => void;
  /** More about a row, folded away at first; undefined where there is no more. */
  detail?: (row: Row) => ReactNode;
  opened?: readonly string[];
  /** Marks the row's edge. */
  rowLevel?: (row: Row) => Level | undefined;
  sorting?: Sorting;
  empty?: ReactNode;
  footer?: ReactNode;
  /** Scrolls inside this height, px; else with the page, its header staying in sight. */
  maxHeight?: number;
  /** Below this width of its own place, px, rows become cards. */
  cardsBelow?: number;
};

/** What grid and cards share. */
export type TableParts<Row> = Omit<DataTableProps<Row>, 'sorting' | 'opened' | 'empty'> & {
  sorting: Sorting | undefined;
  setSorting: (sorting: Sorting | undefined) => void;
  isOpened: (row: Row) => boolean;
  toggle: (row: Row) => void;
  /** The one row that Tab reaches; arrows move on from it. */
  isReached: (row: Row) => boolean;
  reach: (row: Row) => void;
  moveBetweenRows: (event: KeyboardEvent<HTMLElement>) => void;
};

/** A dense office table: sticky header, totals, sorting, rows by keyboard; on a phone a list of cards. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, rowKey, cardsBelow = 640 } = props;
  const { language } = useLanguage();
  const holder = useRef<HTMLDivElement>(null);
  const width = useElementWidth(holder);
  const [sorting, setSorting] = useState(props.sorting);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(props.opened));
  const [reached, setReached] = useState<string>();

  const sorted = useMemo(
    () => sortRows(rows, columns, sorting, language),
    [rows, columns, sorting, language],
  );
  const firstKey = sorted[0] && rowKey(sorted[0]);
  const reachable =
    reached !== undefined && sorted.some((row) => rowKey(row) === reached) ? reached : firstKey;

  const parts: TableParts<Row> = {
    ...props,
    rows: sorted,
    sorting,
    setSorting,
    isOpened: (row) => opened.has(rowKey(row)),
    toggle: (row) => {
      const next = new Set(opened);
      if (!next.delete(rowKey(row))) next.add(rowKey(row));
      setOpened(next);
    },
    isReached: (row) => rowKey(row) === reachable,
    reach: (row) => setReached(rowKey(row)),
    moveBetweenRows,
  };

  return (
    <div ref={holder} className={styles.holder}>
      {sorted.length === 0 ? (
        (props.empty ?? <EmptyState small />)
      ) : width > 0 && width < cardsBelow ? (
        <TableCards {...parts} />
      ) : (
        <TableGrid {...parts} width={width} />
      )}
      {props.footer && <div className={styles.footer}>{props.footer}</div>}
    </div>
  );
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key];
  const target = event.target as HTMLElement;
  if (
    !step ||
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    !target.matches('[data-row-button]')
  )
    return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-button]')];
  const next = buttons[step(buttons.indexOf(target), buttons.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
