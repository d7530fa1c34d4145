import { useId } from 'react';
import styles from './scanner.module.css';

/** A code copied from paper, in groups of four. */
export function CodeField(props: {
  label: string;
  hint?: string;
  value: string;
  longest: number;
  onChange: (text: string) => void;
  fault?: string | undefined;
}) {
  const id = useId();
  const said = [props.hint && `${id}-hint`, props.fault && `${id}-fault`].filter(Boolean);
  return (
    <div className={styles.code}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={props.longest}
        value={props.value}
        aria-invalid={props.fault ? true : undefined}
        aria-describedby={said.length > 0 ? said.join(' ') : undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={(event) => props.onChange(inGroups(event.target.value))}
      />
      {props.hint && <p id={`${id}-hint`}>{props.hint}</p>}
      {props.fault && (
        <p id={`${id}-fault`} role="alert" className={styles.wrong}>
          {props.fault}
        </p>
      )}
    </div>
  );
}

/** As it stands on paper: capitals in groups of four. */
export const inGroups = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(.{4})(?=.)/gu, '$1-');
