/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */
import { Tooltip } from 'antd';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { uiMessages } from '../messages.ts';
import type { Column, Sorting } from './column.ts';
import type { TableParts } from './data-table.tsx';
import { RowName } from './row-name.tsx';
import { SortMark } from './sort-mark.tsx';
import { nextSorting } from './sorting.ts';
import styles from './table.module.css';

function HeaderCell<Row>(props: {
  column: Column<Row>;
  sorting: Sorting | undefined;
  setSorting: (sorting: Sorting | undefined) => void;
}) {
  const { column, sorting, setSorting } = props;
  const direction = sorting?.column === column.id ? sorting.direction : undefined;
  const label = column.sort ? (
    <button
      type="button"
      className={styles.sort}
      onClick={() => setSorting(nextSorting(column, sorting))}
    >
      {column.header}
      <SortMark direction={direction} />
    </button>
  ) : (
    <span {...(column.hint && { tabIndex: 0 })}>{column.header}</span>
  );
  return (
    <th
      scope="col"
      className={classNames(column.numeric && styles.numeric)}
      {...(direction && { 'aria-sort': direction })}
      {...(column.width !== undefined && { style: { width: column.width } })}
    >
      {column.hint ? (
        <Tooltip title={column.hint} trigger={['hover', 'focus']}>
          {label}
        </Tooltip>
      ) : (
        label
      )}
    </th>
  );
}

export function TableGrid<Row>(props: TableParts<Row> & { width: number }) {
  const { rows, columns, rowKey, detail, maxHeight } = props;
  const t = uiMessages.use();
  const table = useRef<HTMLTableElement>(null);
  const [overflows, setOverflows] = useState(false);
  // A box that scrolls sideways would catch the sticky header, so it is one only where it must be.
  useLayoutEffect(() => {
    if (table.current && props.width) setOverflows(table.current.scrollWidth > props.width + 1);
  }, [props.width, rows, columns]);
  const boxed = overflows || maxHeight !== undefined;
  const hasTotals = columns.some(({ total }) => total);
  return (
    <section
      className={classNames(styles.box, boxed && styles.boxed)}
      {...(boxed && { tabIndex: 0, 'aria-label': props.caption })}
      {...(maxHeight !== undefined && { style: { maxHeight } })}
    >
      <table ref={table} className={styles.table} onKeyDown={props.moveBetweenRows}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                sorting={props.sorting}
                setSorting={props.setSorting}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            const more = detail?.(row);
            const foldable = more !== undefined && more !== null && more !== false;
            const level = props.rowLevel?.(row);
            const press = props.onOpen ?? (foldable ? props.toggle : undefined);
            return (
              <Fragment key={key}>
                <tr
                  className={classNames(styles.row, press && styles.pressable)}
                  {...(level && { 'data-level': level })}
                  {...(props.selected === key && { 'aria-current': 'true' as const })}
                  {...(press && { onClick: () => press(row) })}
                  {...(props.onHover && {
                    onMouseEnter: () => props.onHover?.(key),
                    onMouseLeave: () => props.onHover?.(undefined),
                  })}
                >
                  {columns.map((column, at) =>
                    at === 0 ? (
                      <th key={column.id} scope="row" className={styles.name}>
                        <RowName row={row} parts={props} foldable={foldable}>
                          {column.cell(row)}
                        </RowName>
                      </th>
                    ) : (
                      <td key={column.id} className={classNames(column.numeric && styles.numeric)}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
                {foldable && props.isOpened(row) && (
                  <tr className={styles.detailRow}>
                    <td colSpan={columns.length}>{more}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.id} scope="row">
                    {column.total?.(rows) ?? t('table.total')}
                  </th>
                ) : (
                  <td key={column.id} className={classNames(column.numeric && styles.numeric)}>
                    {column.total?.(rows)}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
