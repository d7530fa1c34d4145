import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { SchoolDay } from '../../../times/day.ts';
import { schoolDayMessages } from '../../messages/school-day.ts';
import { clock, hoursText, readHours } from './draft.ts';
import styles from './school-day.module.css';

interface CellProps<T> {
  /** Row and column, since there is no label beside it. */
  label: string;
  value: T;
  onChange(value: T): void;
}

export function NumberCell(props: CellProps<number> & { min?: number; max: number }) {
  const { label, value, onChange, min = 0, max } = props;
  return (
    <InputNumber<number>
      aria-label={label}
      className={styles.number ?? ''}
      min={min}
      max={max}
      precision={0}
      value={value}
      onChange={(next) => onChange(next ?? min)}
    />
  );
}

export function NameCell({ label, value, onChange }: CellProps<string>) {
  return (
    <Input
      aria-label={label}
      className={styles.name ?? ''}
      maxLength={20}
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

/** A time of the day; where it may be left out, empty is none. */
export function TimeCell({ label, value, onChange }: CellProps<number | null>) {
  return (
    <Input
      aria-label={label}
      className={styles.time ?? ''}
      type="time"
      value={value === null ? '' : clock(value)}
      onChange={({ target }) => {
        const [hours = 0, minutes = 0] = target.value.split(':').map(Number);
        onChange(target.value === '' ? null : 60 * hours + minutes);
      }}
    />
  );
}

/** Hours as people write them. What cannot be read is kept as written, and is none. */
export function HoursCell(props: CellProps<SchoolDay['gates'][number]['open']>) {
  const { label, value, onChange } = props;
  const t = schoolDayMessages.use();
  const [text, setText] = useState(() => hoursText(value));
  return (
    <Input
      aria-label={label}
      className={styles.hours ?? ''}
      maxLength={120}
      autoComplete="off"
      placeholder={t('gates.openHint')}
      value={text}
      {...(readHours(text) === undefined && { status: 'error' as const })}
      onChange={({ target }) => {
        setText(target.value);
        onChange(readHours(target.value) ?? []);
      }}
    />
  );
}

export function ChoiceCell<T extends string>(
  props: CellProps<T> & { options: readonly { value: T; label: string }[] },
) {
  const { label, value, onChange, options } = props;
  return (
    <Select<T>
      aria-label={label}
      className={styles.choice ?? ''}
      popupMatchSelectWidth={false}
      showSearch={options.length > 12 && { optionFilterProp: 'label' }}
      value={value}
      options={[...options]}
      onChange={onChange}
    />
  );
}
