import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { titleOf } from '@liangbuwu/office/tables/console/format-cell.ts';
import { type AnyRow, tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { call } from '../../../http/console/call.ts';
import { confirmLasting } from '../../residents/contract.ts';
import { eraseHousehold } from '../../residents/people.contract.ts';
import { lastingTable } from '../../residents/table.ts';
import { residentMessages } from './messages.ts';
import { residentsQuery } from './queries.ts';
import { ResidentForm } from './resident-form.tsx';
import { ResidentLine } from './resident-line.tsx';
import styles from './residents.module.css';
import { type Erasure, useAskErase } from './use-erase.tsx';

/** Who live in a household, each opened for a purpose; and the household confirmed or erased. */
export function HouseholdPeople(props: {
  row: AnyRow;
  removed: boolean;
  /** Why the one who is signed in may not see them. */
  denied: string | undefined;
  onErased: () => void;
}) {
  const { row, removed, denied } = props;
  const t = residentMessages.use();
  const people = useQuery({ ...residentsQuery(row.id), enabled: denied === undefined });
  const [adding, setAdding] = useState(false);
  return (
    <section className={styles.people}>
      <h3>{t('people.title')}</h3>
      {denied ? (
        <p className={styles.note}>{denied}</p>
      ) : (
        <Loaded query={people}>
          {({ residents }) => (
            <>
              <p className={styles.note}>
                {residents.length === 0 ? t('people.none') : t('people.sealed')}
              </p>
              {residents.length > 0 && (
                <ul className={styles.list}>
                  {residents.map((one) => (
                    <ResidentLine key={one.id} household={row.id} resident={one} />
                  ))}
                </ul>
              )}
              {adding ? (
                <ResidentForm
                  household={row.id}
                  relation={residents.length === 0 ? 'head' : 'other'}
                  onDone={() => setAdding(false)}
                />
              ) : (
                !removed && (
                  <div>
                    <ActionButton onClick={() => setAdding(true)}>{t('people.add')}</ActionButton>
                  </div>
                )
              )}
            </>
          )}
        </Loaded>
      )}
      <Deeds {...props} />
    </section>
  );
}

function Deeds(props: {
  row: AnyRow;
  removed: boolean;
  denied: string | undefined;
  onErased: () => void;
}) {
  const { row } = props;
  const t = residentMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const askErase = useAskErase();
  const reread = () => queries.invalidateQueries({ queryKey: tableKeys.all(lastingTable.id) });
  const params = { row: row.id };
  const confirm = useMutation({
    mutationFn: () => call(confirmLasting, { params }),
    onSuccess: () => void message.success(t('confirmed')),
    onSettled: reread,
  });
  const erase = useMutation({
    mutationFn: (why: Erasure) => call(eraseHousehold, { params, body: { why } }),
    onSuccess: () => {
      void message.success(t('erase.done'));
      props.onErased();
    },
    onSettled: reread,
  });
  const mayWrite = me?.permissions.includes(confirmLasting.permission) ?? true;
  const error = confirm.error ?? erase.error;
  return (
    <>
      {error && <ErrorState inline error={error} />}
      <div className={styles.deeds}>
        {!props.removed && (
          <ActionButton
            disabledReason={mayWrite ? undefined : t('deniedPlace')}
            loading={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {t('confirm')}
          </ActionButton>
        )}
        <ActionButton
          danger
          disabledReason={props.denied}
          loading={erase.isPending}
          onClick={() =>
            askErase({
              title: t('erase.ask', { name: titleOf(lastingTable.columns, row) }),
              note: t('erase.note'),
              onErase: erase.mutate,
            })
          }
        >
          {t('erase.household')}
        </ActionButton>
      </div>
    </>
  );
}
