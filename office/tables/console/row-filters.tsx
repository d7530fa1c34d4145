import type { ReactNode } from 'react';
import { tableMessages } from './messages.ts';
import type { TableRoutes } from './queries.ts';
import type { RegisterSearch } from './register-search.ts';
import styles from './tables.module.css';
import { useCellWords } from './use-cell-words.ts';

/** What narrows a list at one press: the table's own filters, and what its page adds. */
export function RowFilters(props: {
  routes: TableRoutes;
  search: RegisterSearch;
  setSearch: (patch: Partial<RegisterSearch>) => void;
  placeName: string | undefined;
  children: ReactNode;
}) {
  const { routes, search, setSearch } = props;
  const t = tableMessages.use();
  const { say } = useCellWords();
  const filters = routes.table.filters ?? [];
  const choose = (only: string | undefined) =>
    setSearch({ only, check: undefined, place: undefined } as Partial<RegisterSearch>);
  if (filters.length === 0 && !search.place) return null;
  return (
    <fieldset className={styles.filters} aria-label={t('narrow')}>
      <Filter
        pressed={!search.only && !search.check && !search.place}
        onPress={() => choose(undefined)}
      >
        {t('everything')}
      </Filter>
      {filters.map(({ id, words }) => (
        <Filter key={id} pressed={search.only === id} onPress={() => choose(id)}>
          {say(words)}
        </Filter>
      ))}
      {props.children}
      {search.place && (
        <Filter
          pressed
          onPress={() => setSearch({ place: undefined } as Partial<RegisterSearch>)}
          title={t('notOnly')}
        >
          {t('atPlace', { place: props.placeName ?? '…' })} ✕
        </Filter>
      )}
    </fieldset>
  );
}

export function Filter(props: {
  pressed: boolean;
  onPress: () => void;
  title?: string;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.filter}
      aria-pressed={props.pressed}
      title={props.title}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
