/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the buttons inside */
import { Select } from 'antd';
import { useId } from 'react';
import { classNames } from '../class-names.ts';
import { uiMessages } from '../messages.ts';
import type { Column, Direction } from './column.ts';
import type { TableParts } from './data-table.tsx';
import { RowName } from './row-name.tsx';
import styles from './table.module.css';

function placeOf<Row>(column: Column<Row>, at: number) {
  return column.inCard ?? (at === 0 ? 'title' : 'line');
}

function SortChoice<Row>({ parts }: { parts: TableParts<Row> }) {
  const t = uiMessages.use();
  const id = useId();
  const sortable = parts.columns.filter(({ sort }) => sort);
  if (sortable.length === 0) return null;
  const ways: [Direction, string][] = [
    ['descending', t('table.sortDescending')],
    ['ascending', t('table.sortAscending')],
  ];
  const options = [
    { value: '', label: t('table.unsorted') },
    ...sortable.flatMap(({ id: column, header }) =>
      ways.map(([direction, label]) => ({
        value: `${direction} ${column}`,
        label: `${header} · ${label}`,
      })),
    ),
  ];
  const { sorting } = parts;
  return (
    <div className={styles.sortChoice}>
      <label htmlFor={id}>{t('table.sortBy')}</label>
      <Select
        id={id}
        options={options}
        value={sorting ? `${sorting.direction} ${sorting.column}` : ''}
        onChange={(value) => {
          const [direction, column] = value.split(' ') as [Direction, string | undefined];
          parts.setSorting(column ? { direction, column } : undefined);
        }}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

export function TableCards<Row>(parts: TableParts<Row>) {
  const { rows, columns, rowKey, detail } = parts;
  const t = uiMessages.use();
  const placed = columns.map((column, at) => ({ column, place: placeOf(column, at) }));
  const within = (place: string) =>
    placed.filter((entry) => entry.place === place).map(({ column }) => column);
  const totals = columns.filter(({ total }) => total);
  return (
    <>
      <SortChoice parts={parts} />
      <ul className={styles.cards} aria-label={parts.caption} onKeyDown={parts.moveBetweenRows}>
        {rows.map((row) => {
          const key = rowKey(row);
          const more = detail?.(row);
          const foldable = more !== undefined && more !== null && more !== false;
          const level = parts.rowLevel?.(row);
          return (
            <li
              key={key}
              className={styles.card}
              {...(level && { 'data-level': level })}
              {...(parts.selected === key && { 'aria-current': 'true' as const })}
            >
              <div className={styles.cardHead}>
                <RowName row={row} parts={parts} foldable={foldable}>
                  {within('title').map((column) => (
                    <span key={column.id}>{column.cell(row)}</span>
                  ))}
                </RowName>
                {within('aside').map((column) => (
                  <span key={column.id}>{column.cell(row)}</span>
                ))}
              </div>
              {within('wide').map((column) => (
                <div key={column.id} className={styles.cardWide}>
                  {column.cell(row)}
                </div>
              ))}
              <dl className={styles.lines}>
                {within('line').map((column) => (
                  <div key={column.id} className={styles.line}>
                    <dt>{column.header}</dt>
                    <dd className={classNames(column.numeric && styles.figure)}>
                      {column.cell(row)}
                    </dd>
                  </div>
                ))}
              </dl>
              {foldable && parts.isOpened(row) && <div className={styles.cardDetail}>{more}</div>}
            </li>
          );
        })}
        {totals.length > 0 && (
          <li className={classNames(styles.card, styles.totalCard)}>
            <div className={styles.cardHead}>{t('table.total')}</div>
            <dl className={styles.lines}>
              {totals.map((column) => (
                <div key={column.id} className={styles.line}>
                  <dt>{column.header}</dt>
                  <dd className={styles.figure}>{column.total?.(rows)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )}
      </ul>
    </>
  );
}
