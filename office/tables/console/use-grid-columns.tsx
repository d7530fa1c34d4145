import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { GridColumn } from '@liangbuwu/ui/table/long-grid.tsx';
import { App, Button } from 'antd';
import type { Column } from '../column.ts';
import { CellEditor } from './cell-editor.tsx';
import { formatCell, titleOf } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import type { AnyRow, Names, TableRoutes } from './queries.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import { type SavedRow, useSaveCell, useUndo } from './use-save-cell.ts';

const numeric = new Set<Column['kind']>(['whole', 'decimal', 'time']);
const widths: Record<Column['kind'], number> = {
  text: 144,
  whole: 104,
  decimal: 104,
  time: 96,
  hours: 208,
  instant: 144,
  day: 128,
  flag: 104,
  choice: 128,
  area: 112,
  place: 152,
  row: 136,
};
const unitWidth = 40;

/** The columns of a table's list, each edited in its place where it may be. */
export function useGridColumns(
  routes: TableRoutes,
  of: { names: Names; others: Readonly<Record<string, TableRoutes>>; editable: boolean },
): GridColumn<AnyRow>[] {
  const t = tableMessages.use();
  const words = useCellWords();
  const saveCell = useSavedCell(routes);
  return routes.table.columns
    .filter(({ folded }) => !folded)
    .map((column, at) => {
      const label = words.say(column.label);
      return {
        id: column.field,
        header: column.unit ? t('withUnit', { label, unit: words.say(column.unit) }) : label,
        ...(column.hint && { hint: words.say(column.hint) }),
        numeric: numeric.has(column.kind),
        width: at === 0 ? 176 : widths[column.kind] + (column.unit ? unitWidth : 0),
        sortable: column.kind !== 'hours',
        cell: (row: AnyRow) => {
          const text = formatCell(column, row[column.field], of.names, words);
          const level = column.options?.find(({ value }) => value === row[column.field])?.level;
          if (column.kind === 'flag')
            return (
              <span className={row[column.field] === true ? styles.yes : styles.no}>{text}</span>
            );
          return level ? <StatusTag level={level}>{text}</StatusTag> : text;
        },
        ...(of.editable &&
          !column.shown &&
          at > 0 && {
            editor: (row: AnyRow, editing) => (
              <CellEditor
                column={column}
                value={row[column.field]}
                names={of.names}
                other={of.others[column.of ?? '']}
                editing={editing}
                onSave={(value) => saveCell(row, column, value)}
              />
            ),
          }),
      } satisfies GridColumn<AnyRow>;
    });
}

/** Saves a cell and says so, with the way back; a refusal says why, and what was typed can be sent again. */
function useSavedCell(routes: TableRoutes) {
  const t = tableMessages.use();
  const words = useCellWords();
  const { message, notification } = App.useApp();
  const save = useSaveCell(routes);
  const undo = useUndo(routes);
  return function saveCell(row: AnyRow, column: Column, value: unknown): void {
    const what = {
      name: titleOf(routes.table.columns, row),
      field: words.say(column.label),
    };
    const refused = (error: unknown, again: () => void) => {
      const key = `${row.id}-${column.field}`;
      const retry = () => {
        notification.destroy(key);
        again();
      };
      notification.error({
        key,
        title: t('cell.failed', what),
        description: <ErrorState inline error={error} onRetry={retry} />,
        duration: 0,
      });
    };
    const takeBack = (number: number, key: string): void => {
      undo.mutateAsync({ row: row.id, number }).then(
        () => message.success({ key, content: t('cell.undone') }),
        (error: unknown) => refused(error, () => takeBack(number, key)),
      );
    };
    const saved = ({ change, doubts }: SavedRow) => {
      if (change === null) return;
      const key = `${row.id}-${change}`;
      message.success({
        key,
        duration: 6,
        content: (
          <>
            {t('cell.saved', what)}{' '}
            <Button size="small" onClick={() => takeBack(change, key)}>
              {t('cell.undo')}
            </Button>
          </>
        ),
      });
      for (const doubt of doubts)
        notification.warning({
          title: words.say(doubt.cause),
          description: words.say(doubt.remedy),
        });
    };
    // Each cell its own: one that is saved while another is on its way must not go unheard.
    save
      .mutateAsync({ row, field: column.field, value })
      .then(saved, (error: unknown) => refused(error, () => saveCell(row, column, value)));
  };
}
