import { classNames } from '@liangbuwu/ui/class-names.ts';
import { useId } from 'react';
import type { Column } from '../column.ts';
import { formatCell } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import type { AnyRow, Names, TableRoutes } from './queries.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import type { Draft } from './use-draft.ts';
import { ValueInput } from './value-input.tsx';

/** Every field of a row, one below the other, with what is wrong where it is wrong. */
export function RowForm(props: {
  routes: TableRoutes;
  kept: AnyRow | undefined;
  draft: Draft;
  names: Names;
  others: Readonly<Record<string, TableRoutes>>;
  disabled: boolean;
}) {
  const { routes, kept, draft, others } = props;
  const names = { ...props.names, ...draft.names };
  return (
    <div className={styles.form}>
      {routes.table.columns
        .filter(({ shown }) => !shown || kept)
        .map((column) => (
          <Field key={column.field} column={column} fault={draft.faults[column.field]}>
            {(id) =>
              column.shown ? (
                <Shown id={id} column={column} value={kept?.[column.field]} names={names} />
              ) : (
                <ValueInput
                  id={id}
                  column={column}
                  value={draft.values[column.field]}
                  names={names}
                  other={others[column.of ?? '']}
                  disabled={props.disabled}
                  onChange={(change) => draft.change(column.field, change)}
                />
              )
            }
          </Field>
        ))}
    </div>
  );
}

function Field(props: {
  column: Column;
  fault: { 'zh-CN': string; en: string } | undefined;
  children: (id: string) => React.ReactNode;
}) {
  const { column, fault } = props;
  const t = tableMessages.use();
  const { say } = useCellWords();
  const id = useId();
  const wide = column.kind === 'hours' || (column.kind === 'text' && column.folded === true);
  return (
    <div className={classNames(styles.field, wide && styles.wide)}>
      {(column.kind !== 'flag' || column.shown) && (
        <label htmlFor={id} className={styles.label}>
          {say(column.label)}
          {column.optional && !column.shown && <small>{t('form.optional')}</small>}
        </label>
      )}
      {props.children(id)}
      {column.hint && !fault && <span className={styles.hint}>{say(column.hint)}</span>}
      {fault && (
        <span role="alert" className={styles.fault}>
          {say(fault)}
        </span>
      )}
    </div>
  );
}

function Shown(props: { id: string; column: Column; value: unknown; names: Names }) {
  const words = useCellWords();
  return (
    <output id={props.id} className={styles.shown}>
      {formatCell(props.column, props.value, props.names, words)}
    </output>
  );
}
