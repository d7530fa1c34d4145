import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Household, households } from '@liangbuwu/office/register/households/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { requestMessages } from '../messages/requests.ts';

/** Finds a household by its house number, by pinyin or by initials. */
export function HouseholdSearch(props: {
  id: string;
  response: string;
  value: Household | undefined;
  onChange: (household: Household | undefined) => void;
}) {
  const { id, response, value, onChange } = props;
  const t = requestMessages.use();
  const [typed, setTyped] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    queryKey: ['water', 'intake-households', response, settled],
    queryFn: ({ signal }) =>
      call(households.list, { query: { response, q: settled, limit: 20 } }, { signal }),
    enabled: settled !== '',
  });
  const rows = settled === '' ? [] : (found.data?.rows ?? []);
  const shown = value && !rows.some((row) => row.id === value.id) ? [value, ...rows] : rows;
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      allowClear
      value={value?.id ?? null}
      placeholder={t('intake.householdHint')}
      loading={found.isFetching}
      notFoundContent={
        settled === ''
          ? t('intake.householdHint')
          : t(found.isFetching ? 'intake.finding' : 'intake.none')
      }
      options={shown.map((row) => ({ value: row.id, label: row.label }))}
      onChange={(chosen: string | null | undefined) => {
        setTyped('');
        onChange(shown.find((row) => row.id === chosen));
      }}
    />
  );
}
