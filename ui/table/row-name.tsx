import { RightIcon } from '../icons.ts';
import { uiMessages } from '../messages.ts';
import type { TableParts } from './data-table.tsx';
import styles from './table.module.css';

/** A row's first cell: what unfolds it, and what opens it. */
export function RowName<Row>(props: {
  row: Row;
  parts: TableParts<Row>;
  foldable: boolean;
  children: React.ReactNode;
}) {
  const { row, parts, foldable } = props;
  const t = uiMessages.use();
  const opened = parts.isOpened(row);
  const tabIndex = parts.isReached(row) ? 0 : -1;
  const name = parts.rowName(row);
  return (
    <span className={styles.nameCell}>
      {parts.detail &&
        (foldable ? (
          <button
            type="button"
            className={styles.unfold}
            aria-expanded={opened}
            aria-label={t(opened ? 'table.close' : 'table.open', { name })}
            tabIndex={tabIndex}
            {...(!parts.onOpen && { 'data-row-button': '' })}
            onFocus={() => parts.reach(row)}
            onClick={(event) => {
              event.stopPropagation();
              parts.toggle(row);
            }}
          >
            <RightIcon className={styles.unfoldIcon} rotate={opened ? 90 : 0} />
          </button>
        ) : (
          <span className={styles.unfoldGap} />
        ))}
      {parts.onOpen ? (
        <button
          type="button"
          className={styles.open}
          data-row-button=""
          tabIndex={tabIndex}
          onFocus={() => parts.reach(row)}
          onClick={(event) => {
            event.stopPropagation();
            parts.onOpen?.(row);
          }}
        >
          {props.children}
        </button>
      ) : (
        <span className={styles.nameText}>{props.children}</span>
      )}
    </span>
  );
}
