import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '../../areas/use-settled.ts';
import styles from './deputies.module.css';
import { deputyMessages } from './messages.ts';
import { colleaguesQuery } from './queries.ts';

type Option = { value: string; label: string; home: string };

/** Chooses who could stand in for an account; without one, for oneself. */
export function ColleaguePicker(props: {
  account: string | undefined;
  id?: string;
  value?: string;
  onChange?: (account: string) => void;
}) {
  const t = deputyMessages.use();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Option>();
  const found = useQuery(colleaguesQuery(props.account, useSettled(typed.trim())));
  const options = (found.data?.colleagues ?? []).map(
    ({ id, name, areaName }): Option => ({ value: id, label: name, home: areaName }),
  );
  const known = options.some(({ value }) => value === props.value) || typed !== '';
  return (
    <Select<string, Option>
      {...(props.id && { id: props.id })}
      {...(props.value && { value: props.value })}
      className={styles.picker ?? ''}
      placeholder={t('whoPlaceholder')}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? null : t('whoNone')}
      options={chosen && !known ? [chosen, ...options] : options}
      optionRender={({ data }) => (
        <>
          {data.label} <small className={styles.muted}>{data.home}</small>
        </>
      )}
      onChange={(account: string) => {
        setChosen(options.find(({ value }) => value === account));
        setTyped('');
        props.onChange?.(account);
      }}
    />
  );
}
