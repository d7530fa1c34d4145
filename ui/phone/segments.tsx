import { useId } from 'react';
import styles from './fields.module.css';

/** Two or three ways to say the same, one of which holds. */
export function Segments<Value extends string>(props: {
  legend: string;
  options: readonly { value: Value; name: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="visually-hidden">{props.legend}</legend>
      <div className={styles.segments}>
        {props.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
