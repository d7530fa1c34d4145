import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { call } from '../../../http/console/call.ts';
import {
  eraseResident,
  type listResidents,
  openResident,
  purposes,
  type ResidentTold,
  relations,
} from '../../residents/people.contract.ts';
import { lastingTable } from '../../residents/table.ts';
import { residentMessages } from './messages.ts';
import { ResidentForm } from './resident-form.tsx';
import styles from './residents.module.css';
import { type Erasure, useAskErase } from './use-erase.tsx';

type Shown = OutputOf<typeof listResidents>['residents'][number];
type Purpose = keyof typeof purposes;

/** One person, masked until somebody says what for. */
export function ResidentLine({ household, resident }: { household: string; resident: Shown }) {
  const t = residentMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const askErase = useAskErase();
  const [told, setTold] = useState<ResidentTold>();
  const [editing, setEditing] = useState(false);
  const params = { resident: resident.id };
  const open = useMutation({
    mutationFn: (why: Purpose) => call(openResident, { params, body: { why } }),
    // What was opened stays on this page only.
    gcTime: 0,
    onSuccess: (opened, why) => {
      setTold(opened);
      setEditing(why === 'correct');
    },
  });
  const erase = useMutation({
    mutationFn: (why: Erasure) => call(eraseResident, { params, body: { why } }),
    onSuccess: () => void message.success(t('erase.done')),
    onSettled: () => queries.invalidateQueries({ queryKey: tableKeys.all(lastingTable.id) }),
  });
  const close = () => {
    setTold(undefined);
    setEditing(false);
    open.reset();
  };
  const error = open.error ?? erase.error;
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.grow}>
          {resident.shown}{' '}
          <small>
            {say(relations[resident.relation])} ·{' '}
            {resident.hasPhone ? t('people.hasPhone') : t('people.noPhone')}
          </small>
        </span>
        {told ? (
          <Button size="small" onClick={close}>
            {t('people.hide')}
          </Button>
        ) : (
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                'aria-label': t('people.why'),
                items: Object.entries(purposes)
                  .filter(([why]) => why !== 'correct')
                  .map(([key, words]) => ({ key, label: say(words) })),
                onClick: ({ key }) => open.mutate(key as Purpose),
              }}
            >
              <Button size="small" loading={open.isPending}>
                {t('people.open')}
              </Button>
            </Dropdown>
            <Button size="small" onClick={() => open.mutate('correct')}>
              {t('people.edit')}
            </Button>
            <Button
              size="small"
              danger
              loading={erase.isPending}
              onClick={() =>
                askErase({
                  title: t('erase.personAsk'),
                  note: t('erase.personNote'),
                  onErase: erase.mutate,
                })
              }
            >
              {t('people.erase')}
            </Button>
          </>
        )}
      </div>
      {error && <ErrorState inline error={error} />}
      {told && !editing && (
        <p className={styles.opened}>
          {told.name} · {told.phone ?? t('people.noPhone')}
        </p>
      )}
      {told && editing && (
        <ResidentForm
          household={household}
          resident={resident}
          told={told}
          relation={told.relation}
          onDone={close}
        />
      )}
    </li>
  );
}
