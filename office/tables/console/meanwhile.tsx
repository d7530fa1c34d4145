import { Alert, Button } from 'antd';
import { formatCell } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import type { Names, TableRoutes } from './queries.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import type { Draft } from './use-draft.ts';

/** What somebody else saved while the form was open: taken in where it does not touch mine, else put beside it. */
export function Meanwhile({
  routes,
  draft,
  names,
}: {
  routes: TableRoutes;
  draft: Draft;
  names: Names;
}) {
  const t = tableMessages.use();
  const words = useCellWords();
  const columnOf = (field: string) => routes.table.columns.find((column) => column.field === field);
  const label = (field: string) => words.say(columnOf(field)?.label);
  const shown = (field: string, value: unknown) => {
    const column = columnOf(field);
    return column ? formatCell(column, value, { ...names, ...draft.names }, words) : String(value);
  };
  return (
    <>
      {draft.theirs.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('meanwhile.merged', { fields: draft.theirs.map(label).join(t('comma')) })}
        />
      )}
      {draft.both.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('meanwhile.both')}
          description={draft.both.map(({ field, theirs }) => (
            <fieldset key={field} className={styles.both}>
              <legend>{label(field)}</legend>
              <Button size="small" onClick={() => draft.choose(field, draft.values[field])}>
                {t('meanwhile.mine', { value: shown(field, draft.values[field]) })}
              </Button>
              <Button size="small" onClick={() => draft.choose(field, theirs)}>
                {t('meanwhile.theirs', { value: shown(field, theirs) })}
              </Button>
            </fieldset>
          ))}
        />
      )}
    </>
  );
}
