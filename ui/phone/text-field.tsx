import { useId } from 'react';
import styles from './fields.module.css';

export function TextField(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  longest: number;
  many?: boolean;
  /** A day or a time, as the browser lets them be picked. */
  picks?: 'date' | 'time' | 'datetime-local' | undefined;
  hint?: string;
  fault?: string | undefined;
}) {
  const id = useId();
  const common = {
    id,
    className: styles.text,
    value: props.value,
    maxLength: props.longest,
    'aria-invalid': props.fault ? true : undefined,
    'aria-describedby': props.fault ? `${id}-fault` : props.hint ? `${id}-hint` : undefined,
    onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      {props.many ? (
        <textarea {...common} />
      ) : (
        <input type={props.picks ?? 'text'} autoComplete="off" {...common} />
      )}
      {props.hint && <p id={`${id}-hint`}>{props.hint}</p>}
      {props.fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {props.fault}
        </p>
      )}
    </div>
  );
}
