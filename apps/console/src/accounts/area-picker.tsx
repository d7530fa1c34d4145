import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { areaSearchQuery } from '../areas/queries.ts';
import { useSettled } from '../areas/use-settled.ts';
import { meQuery } from '../queries.ts';
import styles from './accounts.module.css';
import { accountsMessages } from './messages.ts';

type Option = { value: string; label: string; path: string; outside: boolean };

/** Chooses an area by name, pinyin or code; before anything is typed, one's own areas. */
export function AreaPicker(props: {
  id?: string;
  value?: string;
  onChange?: (area: string | undefined) => void;
  /** Names of areas that may be chosen before they are searched for. */
  known?: readonly { id: string; name: string }[];
  placeholder?: string;
  allowClear?: boolean;
  disabled?: boolean;
}) {
  const t = accountsMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Option>();
  const settled = useSettled(typed.trim());
  const found = useQuery(areaSearchQuery(settled));
  const own = [
    ...me.roles.map(({ area, areaName }) => ({ id: area, name: areaName })),
    ...(props.known ?? []),
  ].map(
    ({ id, name }): Option => ({ value: id, label: name, path: t('area.own'), outside: false }),
  );
  const options =
    settled === ''
      ? withoutDoubles(chosen && chosen.value === props.value ? [chosen, ...own] : own)
      : (found.data?.areas ?? []).map(
          ({ id, name, path, inScope }): Option => ({
            value: id,
            label: name,
            path: path.join(' / '),
            outside: !inScope,
          }),
        );
  return (
    <Select<string, Option>
      {...(props.id && { id: props.id })}
      {...(props.value && { value: props.value })}
      {...(props.disabled && { disabled: true })}
      className={styles.picker ?? ''}
      allowClear={props.allowClear ?? false}
      placeholder={props.placeholder ?? t('area.placeholder')}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t('area.searching') : t('area.none')}
      options={options.map((option) => ({ ...option, disabled: option.outside }))}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <span>{data.label}</span>
          <small>
            {data.path}
            {data.outside && ` · ${t('area.outside')}`}
          </small>
        </span>
      )}
      onChange={(area: string | undefined) => {
        setChosen(options.find(({ value }) => value === area));
        setTyped('');
        props.onChange?.(area);
      }}
    />
  );
}

const withoutDoubles = (options: readonly Option[]) =>
  options.filter((option, at) => options.findIndex(({ value }) => value === option.value) === at);
