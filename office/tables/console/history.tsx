import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Change } from '../contract.ts';
import { asText, formatCell } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import { changesQuery, type Names, type TableRoutes } from './queries.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';
import { useUndo } from './use-save-cell.ts';

/** What was changed in a row, by whom and when; each change can be taken back. */
export function History(props: { routes: TableRoutes; row: string; denied: string | undefined }) {
  const { routes, row, denied } = props;
  const t = tableMessages.use();
  const changes = useQuery(changesQuery(routes, row));
  const undo = useUndo(routes);
  return (
    <section>
      <h3 className={styles.heading}>{t('history.title')}</h3>
      {undo.error && <ErrorState inline error={undo.error} />}
      <Loaded query={changes}>
        {(data) => (
          <ol className={styles.history}>
            {data.changes.map((change) => (
              <Told
                key={change.number}
                routes={routes}
                change={change}
                names={data.names}
                action={
                  change.undone === null && (
                    <ActionButton
                      size="small"
                      disabledReason={denied}
                      loading={undo.isPending && undo.variables.number === change.number}
                      onClick={() => undo.mutate({ row, number: change.number })}
                    >
                      {t('history.undo')}
                    </ActionButton>
                  )
                }
              />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

function Told(props: {
  routes: TableRoutes;
  change: Change;
  names: Names;
  action: React.ReactNode;
}) {
  const { change, names } = props;
  const t = tableMessages.use();
  const format = useFormat();
  const words = useCellWords();
  const columns = new Map(props.routes.table.columns.map((column) => [column.field, column]));
  const told = ({ deed, why }: Change) => {
    const chosen = props.routes.table.whys?.find(({ value }) => value === why);
    return chosen
      ? t('history.because', { deed: t(`history.${deed}`), why: words.say(chosen.words) })
      : t(`history.${deed}`);
  };
  const value = (field: string, side: unknown) => {
    const column = columns.get(field);
    return column ? formatCell(column, side, names, words) : asText(side);
  };
  const changed =
    change.deed === 'added' ? [] : change.fields.filter(({ field }) => columns.has(field));
  return (
    <li className={styles.change}>
      <div className={styles.changeHead}>
        <span className={change.undone === null ? undefined : styles.undone}>
          {change.undoes === null ? told(change) : t('history.undoes', { number: change.undoes })}
        </span>
        {props.action}
      </div>
      {changed.map(({ field, before, after }) => (
        <span key={field}>
          {words.say(columns.get(field)?.label)}{' '}
          {t('history.from', { before: value(field, before), after: value(field, after) })}
        </span>
      ))}
      <div className={styles.changeHead}>
        <small>{t('history.by', { name: change.by.name, at: format.instant(change.at) })}</small>
        <small>
          {change.undone === null
            ? t('history.number', { number: change.number })
            : t('history.undone', { number: change.undone })}
        </small>
      </div>
    </li>
  );
}
