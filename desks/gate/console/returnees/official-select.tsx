import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { returneeMessages } from '../messages/returnees.ts';
import { officialsQuery } from '../queries.ts';

/** One of those who may look after somebody in the area, the nearest first. */
export function OfficialSelect(props: {
  id?: string;
  label?: string;
  area: string;
  value: string | undefined;
  /** Who looks after them already. */
  but?: string;
  disabled?: boolean;
  onChange(official: string): void;
}) {
  const t = returneeMessages.use();
  const officials = useQuery(officialsQuery(props.area));
  const options = (officials.data?.officials ?? [])
    .filter(({ id }) => id !== props.but)
    .map(({ id, name, areaName }) => ({ value: id, label: `${name} · ${areaName}`, name }));
  return (
    <Select
      {...(props.id && { id: props.id })}
      {...(props.label && { 'aria-label': props.label })}
      style={{ width: '100%', maxWidth: 320 }}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={t('form.choose')}
      loading={officials.isPending}
      disabled={props.disabled ?? false}
      optionLabelProp="name"
      value={options.some(({ value }) => value === props.value) ? (props.value ?? null) : null}
      options={options}
      onChange={(chosen: string) => props.onChange(chosen)}
    />
  );
}
