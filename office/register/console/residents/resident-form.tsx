import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../http/console/call.ts';
import {
  putResident,
  type Relation,
  ResidentTold,
  relations,
} from '../../residents/people.contract.ts';
import { lastingTable } from '../../residents/table.ts';
import { residentMessages } from './messages.ts';
import styles from './residents.module.css';

/** A person of a household: name, telephone, and what they are to its head. */
export function ResidentForm(props: {
  household: string;
  /** The person that is changed; left out: a new one. */
  resident?: { id: string; version: number };
  told?: ResidentTold;
  relation: Relation;
  onDone: () => void;
}) {
  const t = residentMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [id] = useState(() => props.resident?.id ?? newId());
  const [name, setName] = useState(props.told?.name ?? '');
  const [phone, setPhone] = useState(props.told?.phone ?? '');
  const [relation, setRelation] = useState(props.relation);
  const [tried, setTried] = useState(false);
  const ids = { name: useId(), phone: useId(), relation: useId() };
  const given = { name, phone: phone.trim() === '' ? null : phone, relation };
  const faults = new Set(
    ResidentTold.safeParse(given).error?.issues.map(({ path }) => String(path[0])),
  );
  const save = useMutation({
    mutationFn: () =>
      call(putResident, {
        params: { resident: id },
        body: {
          household: props.household,
          ...given,
          ...(props.resident && { version: props.resident.version }),
        },
      }),
    // A name and a telephone are not kept when the form is gone.
    gcTime: 0,
    onSuccess: () => {
      void message.success(t('people.saved'));
      void queries.invalidateQueries({ queryKey: tableKeys.all(lastingTable.id) });
      props.onDone();
    },
  });
  const was = props.told ?? { name: '', phone: null };
  useUnsavedGuard((name !== was.name || (phone || null) !== was.phone) && !save.isSuccess);
  const wrong = (field: string) => tried && faults.has(field);
  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.size === 0) save.mutate();
      }}
    >
      <div className={styles.field}>
        <label htmlFor={ids.name} className={styles.label}>
          {t('people.name')}
        </label>
        <Input
          id={ids.name}
          maxLength={60}
          value={name}
          status={wrong('name') ? 'error' : ''}
          onChange={(event) => setName(event.target.value)}
        />
        {wrong('name') && (
          <span role="alert" className={styles.fault}>
            {t('people.nameMissing')}
          </span>
        )}
      </div>
      <div className={styles.field}>
        <label htmlFor={ids.phone} className={styles.label}>
          {t('people.phone')}
        </label>
        <Input
          id={ids.phone}
          type="tel"
          maxLength={20}
          value={phone}
          placeholder={t('people.phoneHint')}
          status={wrong('phone') ? 'error' : ''}
          onChange={(event) => setPhone(event.target.value)}
        />
        {wrong('phone') && (
          <span role="alert" className={styles.fault}>
            {t('people.phoneWrong')}
          </span>
        )}
      </div>
      <div className={styles.field}>
        <label htmlFor={ids.relation} className={styles.label}>
          {t('people.relation')}
        </label>
        <Select
          id={ids.relation}
          value={relation}
          options={Object.entries(relations).map(([value, words]) => ({
            value,
            label: say(words),
          }))}
          onChange={(value) => setRelation(value as Relation)}
        />
      </div>
      <div className={styles.formFoot}>
        {save.error && <ErrorState inline error={save.error} />}
        <Button onClick={props.onDone}>{t('people.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('people.save')}
        </Button>
      </div>
    </form>
  );
}
