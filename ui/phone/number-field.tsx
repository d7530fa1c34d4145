import { useId } from 'react';
import styles from './fields.module.css';

/** A whole or decimal number typed on the number pad; undefined while what stands there is none. */
export function NumberField(props: {
  label: string;
  unit: string;
  value: string;
  onChange: (text: string) => void;
  large?: boolean;
  decimal?: boolean;
  fault?: string | undefined;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{props.label}</label>
      <div className={styles.number} data-large={props.large || undefined}>
        <input
          id={id}
          type="text"
          inputMode={props.decimal ? 'decimal' : 'numeric'}
          autoComplete="off"
          enterKeyHint="done"
          value={props.value}
          aria-invalid={props.fault ? true : undefined}
          aria-describedby={props.fault ? `${id}-fault` : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <span aria-hidden="true">{props.unit}</span>
      </div>
      {props.fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {props.fault}
        </p>
      )}
    </div>
  );
}

/** Full-width digits are digits too; blanks are let go, and of whole numbers thousands' marks: 0,5 is not 5. */
export function readNumber(text: string, decimal = false): number | undefined {
  const written = text.normalize('NFKC').replace(/\s/g, '');
  const plain = decimal ? written : written.replace(/,(?=\d{3}(?:,|$))/g, '');
  return (decimal ? /^\d{1,9}(\.\d{1,3})?$/ : /^\d{1,9}$/).test(plain) ? Number(plain) : undefined;
}
