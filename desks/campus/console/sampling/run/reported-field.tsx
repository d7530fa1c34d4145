import { fieldOf } from '@liangbuwu/ui/forms/moment.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Input } from 'antd';
import { useId } from 'react';
import { samplingRunMessages } from '../../messages/sampling-run.ts';
import styles from './run.module.css';

/** When a tube’s result was reported: 48 hours count from it, and it is not ahead. */
export function ReportedField(props: {
  now: string;
  value: string;
  onChange(value: string): void;
}) {
  const t = samplingRunMessages.use();
  const format = useFormat();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('results.reported')}</label>
      <Input
        id={id}
        size="large"
        type="datetime-local"
        max={fieldOf(props.now, format)}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </div>
  );
}
