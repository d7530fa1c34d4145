import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useId } from 'react';
import {
  Absence,
  absenceWords,
  type Exception,
  Symptom,
  symptomWords,
} from '../../checks/checks.ts';
import { checksMessages } from '../messages/checks.ts';
import styles from './checks.module.css';

/** Why one person is not in order: measured, symptoms, absent. */
export function ExceptionFields(props: {
  one: Exception;
  name: string;
  onPaper: boolean;
  onChange(next: Exception): void;
  onRemove(): void;
}) {
  const { one, name, onChange } = props;
  const t = checksMessages.use();
  const say = useSay();
  const id = useId();
  return (
    <section className={styles.exception} aria-label={name}>
      <div className={styles.between}>
        <strong>{name}</strong>
        <Button aria-label={t('dialog.remove', { name })} onClick={props.onRemove}>
          {t('dialog.removeOne')}
        </Button>
      </div>
      {props.onPaper && <StatusTag level="warn">{t('dialog.onPaper')}</StatusTag>}
      <div className={styles.fields}>
        <div className={styles.field}>
          <label htmlFor={`${id}-temperature`}>{t('dialog.temperature')}</label>
          <InputNumber
            id={`${id}-temperature`}
            className={styles.wide ?? ''}
            min={34}
            max={43}
            step={0.1}
            precision={1}
            inputMode="decimal"
            value={one.temperature}
            onChange={(temperature) => onChange({ ...one, temperature })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-absent`}>{t('dialog.absent')}</label>
          <Select<Absence | 'here'>
            id={`${id}-absent`}
            value={one.absent ?? 'here'}
            options={[
              { value: 'here', label: t('dialog.here') },
              ...Absence.options.map((value) => ({ value, label: say(absenceWords[value]) })),
            ]}
            onChange={(value) => onChange({ ...one, absent: value === 'here' ? null : value })}
          />
        </div>
      </div>
      <fieldset className={styles.symptoms}>
        <legend>{t('dialog.symptoms')}</legend>
        {Symptom.options.map((symptom) => (
          <Checkbox
            key={symptom}
            checked={one.symptoms.includes(symptom)}
            onChange={({ target }) =>
              onChange({
                ...one,
                symptoms: Symptom.options.filter((each) =>
                  each === symptom ? target.checked : one.symptoms.includes(each),
                ),
              })
            }
          >
            {say(symptomWords[symptom])}
          </Checkbox>
        ))}
      </fieldset>
    </section>
  );
}
