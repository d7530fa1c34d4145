/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are drawn only where they are in sight are no table */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { useElementWidth } from '../theme/element-size.ts';
import type { Sorting } from './column.ts';
import { moved, windowOf } from './grid-window.ts';
import styles from './long-grid.module.css';
import { SortMark } from './sort-mark.tsx';

export type GridColumn<Row> = {
  id: string;
  header: string;
  hint?: string;
  numeric?: boolean;
  /** Px, at least; what is left over is shared out. */
  width: number;
  sortable?: boolean;
  cell: (row: Row) => ReactNode;
  /** What the cell becomes while it is edited; absent: it is not edited here. */
  editor?: (row: Row, editing: CellEditing) => ReactNode;
};

export type CellEditing = {
  /** The key that began it: what was typed over the old value. */
  typed: string | undefined;
  /** Ends it; `next`: goes on to the row below or the cell beside. */
  done: (next?: 'down' | 'right') => void;
};

export type LongGridProps<Row> = {
  caption: string;
  total: number;
  /** The row at a place, once it is there. */
  rowAt: (at: number) => Row | undefined;
  /** Told which rows are in sight. */
  onWindow: (from: number, to: number) => void;
  columns: readonly GridColumn<Row>[];
  sorting: Sorting | undefined;
  onSort: (column: string) => void;
  /** Opens the row itself. */
  onOpen: (row: Row) => void;
  /** A row on a phone: its title is the first column. */
  cardLines: (row: Row) => ReactNode;
  height: number;
};

const rowHeight = 40;
const cardHeight = 84;
const cardsBelow = 640;

/**
 * A table of any length, of which only what is in sight is drawn. Moved in by arrow keys and edited in place like a
 * sheet; on a narrow place a list of cards.
 */
export function LongGrid<Row>(props: LongGridProps<Row>) {
  const { total, columns, onWindow, height } = props;
  const holder = useRef<HTMLDivElement>(null);
  const width = useElementWidth(holder);
  const cards = width > 0 && width < cardsBelow;
  const [scrolled, setScrolled] = useState(0);
  const tall = cards ? cardHeight : rowHeight;
  const { from, to } = windowOf({ scrolled, height, rowHeight: tall, total });
  useEffect(() => onWindow(from, to), [onWindow, from, to]);
  const room = Math.min(height, total * tall + (cards ? 0 : rowHeight + 2));
  return (
    <div ref={holder}>
      {cards ? (
        <ul
          className={styles.cards}
          style={{ height: room }}
          aria-label={props.caption}
          onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
        >
          <li aria-hidden="true" style={{ height: total * tall }} />
          {range(from, to).map((at) => (
            <Card key={at} at={at} grid={props} />
          ))}
        </ul>
      ) : (
        <Sheet
          grid={props}
          columns={columns}
          from={from}
          to={to}
          room={room}
          onScroll={setScrolled}
        />
      )}
    </div>
  );
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

function Card<Row>({ at, grid }: { at: number; grid: LongGridProps<Row> }) {
  const row = grid.rowAt(at);
  return (
    <li className={styles.card} style={{ top: at * cardHeight, height: cardHeight }}>
      {row && (
        <button type="button" className={styles.cardButton} onClick={() => grid.onOpen(row)}>
          <strong>{grid.columns[0]?.cell(row)}</strong>
          <span className={styles.cardLines}>{grid.cardLines(row)}</span>
        </button>
      )}
    </li>
  );
}

type Place = { row: number; column: number };

function Sheet<Row>(props: {
  grid: LongGridProps<Row>;
  columns: readonly GridColumn<Row>[];
  from: number;
  to: number;
  room: number;
  onScroll: (top: number) => void;
}) {
  const { grid, columns, from, to } = props;
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ typed: string | undefined }>();
  const place = { row: Math.min(at.row, Math.max(0, grid.total - 1)), column: at.column };

  const go = (to: Place) => {
    setAt(to);
    const element = sheet.current;
    if (!element) return;
    const top = to.row * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    const least = top + 2 * rowHeight - element.clientHeight;
    if (least > element.scrollTop) element.scrollTop = least;
  };
  const begin = (where: Place, typed?: string) => {
    const row = grid.rowAt(where.row);
    const column = columns[where.column];
    if (!row || !column) return;
    if (column.editor) setEditing({ typed });
    else if (typed === undefined) grid.onOpen(row);
  };
  const done = (next?: 'down' | 'right') => {
    setEditing(undefined);
    sheet.current?.focus();
    if (next)
      go(
        moved(place, next === 'down' ? 'ArrowDown' : 'ArrowRight', {
          total: grid.total,
          columns: columns.length,
        }),
      );
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    if (editing || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      begin(place);
      return;
    }
    const page = Math.max(1, Math.floor(props.room / rowHeight) - 2);
    const next = moved(place, event.key, { total: grid.total, columns: columns.length, page });
    if (next !== place) {
      event.preventDefault();
      go(next);
    } else if (event.key.length === 1 && event.key !== ' ') {
      event.preventDefault();
      begin(place, event.key);
    }
  };
  const wide = columns.reduce((sum, { width }) => sum + width, 0);
  const template = columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' ');
  const cellId = ({ row, column }: Place) => `${id}-${row}-${column}`;

  return (
    <div
      ref={sheet}
      role="grid"
      tabIndex={0}
      aria-label={grid.caption}
      aria-rowcount={grid.total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={grid.total > 0 ? cellId(place) : undefined}
      className={styles.sheet}
      style={{ height: props.room }}
      onKeyDown={onKey}
      onScroll={({ currentTarget }) => props.onScroll(currentTarget.scrollTop)}
    >
      <div
        role="row"
        aria-rowindex={1}
        className={styles.head}
        style={{ gridTemplateColumns: template, minWidth: wide }}
      >
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            className={classNames(styles.headCell, column.numeric && styles.numeric)}
            title={column.hint}
            {...(grid.sorting?.column === column.id && { 'aria-sort': grid.sorting.direction })}
          >
            {column.sortable ? (
              <button
                type="button"
                tabIndex={-1}
                className={styles.sort}
                onClick={() => grid.onSort(column.id)}
              >
                {column.header}
                <SortMark
                  direction={
                    grid.sorting?.column === column.id ? grid.sorting.direction : undefined
                  }
                />
              </button>
            ) : (
              column.header
            )}
          </div>
        ))}
      </div>
      <div
        role="presentation"
        className={styles.body}
        style={{ height: grid.total * rowHeight, minWidth: wide }}
      >
        {range(from, to).map((index) => {
          const row = grid.rowAt(index);
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              aria-busy={row === undefined}
              className={styles.row}
              style={{ top: index * rowHeight, height: rowHeight, gridTemplateColumns: template }}
            >
              {columns.map((column, number) => {
                const here = index === place.row && number === place.column;
                const where = { row: index, column: number };
                return (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
                  <div
                    key={column.id}
                    id={cellId(where)}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={number + 1}
                    aria-selected={here}
                    className={classNames(
                      styles.cell,
                      column.numeric && styles.numeric,
                      here && styles.here,
                    )}
                    onClick={() => {
                      if (here && editing) return;
                      setEditing(undefined);
                      setAt(where);
                      if (number === 0 && row) grid.onOpen(row);
                      else sheet.current?.focus();
                    }}
                    onDoubleClick={() => begin(where)}
                  >
                    {row &&
                      (here && editing && column.editor ? (
                        <Editing row={row} column={column} typed={editing.typed} done={done} />
                      ) : (
                        <CellText first={number === 0}>{column.cell(row)}</CellText>
                      ))}
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A component of its own, so that its way back to the grid is not gone while the grid is drawn. */
function Editing<Row>(props: { row: Row; column: GridColumn<Row> } & CellEditing) {
  return props.column.editor?.(props.row, { typed: props.typed, done: props.done });
}

const CellText = (props: { first: boolean; children: ReactNode }) => (
  <span className={props.first ? styles.name : styles.text}>{props.children}</span>
);
