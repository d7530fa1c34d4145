import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { rulebookMessages } from './messages.ts';
import { areaSearchQuery } from './queries.ts';

type Option = { value: string; label: string; path: string; disabled?: boolean };

/** Chooses an area: one of those at hand, or any by name, pinyin or code. */
export function AreaSelect(props: {
  id: string;
  value: string | undefined;
  known: readonly { id: string; name: string }[];
  /** Only areas in which who asks may act. */
  ownOnly?: boolean;
  onChange: (area: string) => void;
}) {
  const t = rulebookMessages.use();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim().slice(0, 50));
  const found = useQuery(areaSearchQuery(settled));
  const [chosen, setChosen] = useState<Option>();
  const known = props.known.map(({ id, name }): Option => ({ value: id, label: name, path: '' }));
  const held = chosen?.value === props.value && chosen ? [chosen] : [];
  const near = [...held, ...known].filter(
    (one, i, all) => all.findIndex(({ value }) => value === one.value) === i,
  );
  const options: Option[] =
    settled === ''
      ? near
      : (found.data?.areas ?? []).map(({ id, name, path, inScope }) => ({
          value: id,
          label: name,
          path: path.join(' / '),
          disabled: props.ownOnly === true && !inScope,
        }));
  return (
    <Select<string, Option>
      id={props.id}
      style={{ width: '100%' }}
      {...(props.value && { value: props.value })}
      placeholder={t('newSetDialog.find')}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      options={options}
      optionRender={({ data }) => (data.path ? `${data.label} · ${data.path}` : data.label)}
      onChange={(area) => {
        setChosen(options.find(({ value }) => value === area));
        setTyped('');
        props.onChange(area);
      }}
    />
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
