import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { Column } from '../column.ts';
import { titleOf } from './format-cell.ts';
import { tableMessages } from './messages.ts';
import {
  areasFoundQuery,
  type Names,
  placesFoundQuery,
  rowsFoundQuery,
  type TableRoutes,
} from './queries.ts';

type Option = { value: string; label: string; note: string; disabled?: boolean };

/** Chooses an area, a place or a row of another table by name, pinyin or initials. */
export function ReferenceSelect(props: {
  column: Column;
  value: string | undefined;
  names: Names;
  /** The table that a row is chosen from. */
  other: TableRoutes | undefined;
  onChange: (value: string | undefined, name: string | undefined) => void;
  id?: string;
  label?: string;
  autoFocus?: boolean;
  onClosed?: () => void;
}) {
  const { column, value, names, other } = props;
  const t = tableMessages.use();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim());
  const found = useFound(column, settled, other);
  const own: Option[] =
    value === undefined ? [] : [{ value, label: names[value] ?? '…', note: '' }];
  const options =
    settled === '' && column.kind !== 'row'
      ? own
      : [
          ...own.filter((one) => !found.options.some((option) => option.value === one.value)),
          ...found.options,
        ];
  return (
    <Select<string, Option>
      {...(props.id && { id: props.id })}
      {...(props.label && { 'aria-label': props.label })}
      {...(value !== undefined && { value })}
      {...(props.autoFocus && { autoFocus: true, defaultOpen: true })}
      style={{ width: '100%' }}
      allowClear={column.optional ?? false}
      placeholder={t('form.find')}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      loading={found.busy}
      notFoundContent={
        settled === '' ? t('form.find') : t(found.busy ? 'form.finding' : 'form.noneFound')
      }
      options={options}
      optionRender={({ data }) => (
        <span>
          {data.label}{' '}
          {data.note && <small style={{ color: 'var(--text-muted)' }}>{data.note}</small>}
        </span>
      )}
      onOpenChange={(open) => {
        if (!open) props.onClosed?.();
      }}
      onChange={(chosen: string | undefined) => {
        setTyped('');
        props.onChange(chosen, options.find((option) => option.value === chosen)?.label);
      }}
    />
  );
}

function useFound(column: Column, typed: string, other: TableRoutes | undefined) {
  const areas = useQuery({
    ...areasFoundQuery(typed),
    enabled: column.kind === 'area' && typed !== '',
  });
  const places = useQuery({
    ...placesFoundQuery(typed),
    enabled: column.kind === 'place' && typed !== '',
  });
  const rows = useRows(other, column.kind === 'row', typed);
  const options: Option[] =
    column.kind === 'area'
      ? (areas.data?.areas ?? []).map(({ id, name, path, inScope }) => ({
          value: id,
          label: name,
          note: path.join(' / '),
          disabled: !inScope,
        }))
      : column.kind === 'place'
        ? (places.data?.places ?? []).map(({ id, name, areaName }) => ({
            value: id,
            label: name,
            note: areaName,
          }))
        : rows.options;
  return { options, busy: areas.isFetching || places.isFetching || rows.busy };
}

function useRows(other: TableRoutes | undefined, wanted: boolean, typed: string) {
  const query = useQuery({
    ...(other ? rowsFoundQuery(other, typed) : { queryKey: ['tables', 'none'], queryFn: () => [] }),
    enabled: wanted && other !== undefined,
  });
  const options: Option[] = (query.data ?? []).map((row) => ({
    value: String(row.id),
    label: titleOf(other?.table.columns ?? [], row),
    note: '',
  }));
  return { options, busy: query.isFetching };
}

/** The text once it has stood for a moment, so that not every letter becomes a request. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
