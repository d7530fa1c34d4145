import type { Said } from '@liangbuwu/ui/language/messages.ts';
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { Column } from '../column.ts';
import { tableMessages } from './messages.ts';
import type { Names, TableRoutes } from './queries.ts';
import { readTyped } from './read-typed.ts';
import { ReferenceSelect } from './reference-select.tsx';
import { isTyped, typedText } from './typed-text.ts';
import { useCellWords } from './use-cell-words.ts';

export interface InputChange {
  value: unknown;
  /** Why what was typed is no value; the value is then the one before. */
  fault?: Said | undefined;
  /** What a chosen row is called. */
  name?: string | undefined;
}

/** One field of a row, typed or chosen by its kind; what is typed is read as a sheet's cell would be. */
export function ValueInput(props: {
  column: Column;
  value: unknown;
  names: Names;
  other: TableRoutes | undefined;
  onChange: (change: InputChange) => void;
  id: string;
  disabled?: boolean;
}) {
  const { column, value, onChange } = props;
  const t = tableMessages.use();
  const words = useCellWords();
  const shown = isTyped(column) ? typedText(column, value, words) : '';
  const [typed, setTyped] = useState<string>();
  const common = { id: props.id, disabled: props.disabled ?? false };
  if (column.kind === 'choice') {
    return (
      <Select
        {...common}
        {...(value !== null && value !== undefined && { value: value as string })}
        allowClear={column.optional ?? false}
        placeholder={t('form.choose')}
        style={{ width: '100%' }}
        options={(column.options ?? []).map((one) => ({
          value: one.value,
          label: words.say(one.words),
        }))}
        onChange={(chosen: string | undefined) => onChange({ value: chosen ?? null })}
      />
    );
  }
  if (column.kind === 'flag') {
    return (
      <Checkbox
        {...common}
        checked={value === true}
        onChange={({ target }) => onChange({ value: target.checked })}
      >
        {words.say(column.label)}
      </Checkbox>
    );
  }
  if (!isTyped(column)) {
    return (
      <ReferenceSelect
        id={props.id}
        column={column}
        value={(value as string | null) ?? undefined}
        names={props.names}
        other={props.other}
        onChange={(chosen, name) => onChange({ value: chosen ?? null, name })}
      />
    );
  }
  return (
    <Input
      {...common}
      value={typed ?? shown}
      {...(column.unit && { suffix: words.say(column.unit) })}
      {...(column.kind === 'day' && { placeholder: '2022-11-10' })}
      {...(column.kind === 'time' && { placeholder: '07:30' })}
      {...(column.kind === 'hours' && { placeholder: '07:00-11:30、13:30-17:00' })}
      autoComplete="off"
      onChange={({ target }) => {
        setTyped(target.value);
        const read = readTyped(column, target.value);
        onChange('fault' in read ? { value, fault: read.fault } : { value: read.value });
      }}
      onBlur={() =>
        setTyped((text) =>
          text !== undefined && 'fault' in readTyped(column, text) ? text : undefined,
        )
      }
    />
  );
}
