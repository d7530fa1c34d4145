import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { DoublesGroup } from './doubles-group.tsx';
import styles from './households.module.css';
import { householdMessages } from './messages.ts';
import { doublesQuery, groupsShown } from './queries.ts';

/** Households that look like one and the same, group by group, to be merged. */
export function Doubles(props: {
  response: string;
  by: 'label' | 'sound';
  denied: string | undefined;
  onOpen: (row: string) => void;
}) {
  const t = householdMessages.use();
  const format = useFormat();
  const [page, setPage] = useState(0);
  const query = useQuery(doublesQuery(props.response, props.by, page));
  return (
    <Loaded
      query={query}
      waiting={<TableSkeleton />}
      empty={{
        when: ({ total }) => total === 0,
        show: <EmptyState title={t('noGroups.title')}>{t('noGroups.note')}</EmptyState>,
      }}
    >
      {({ groups, total, names }) => (
        <div className={styles.doubles}>
          <ul className={styles.groups}>
            {groups.map((group) => (
              <DoublesGroup
                key={group.map(({ id }) => id).join()}
                group={group}
                names={names}
                denied={props.denied}
                onOpen={props.onOpen}
              />
            ))}
          </ul>
          {total > groupsShown && (
            <div className={styles.pager}>
              <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                {t('previous')}
              </Button>
              <span>
                {t('groups', {
                  from: format.number(page * groupsShown + 1),
                  to: format.number(Math.min(total, (page + 1) * groupsShown)),
                  total: format.number(total),
                })}
              </span>
              <Button
                disabled={(page + 1) * groupsShown >= total}
                onClick={() => setPage(page + 1)}
              >
                {t('next')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}
