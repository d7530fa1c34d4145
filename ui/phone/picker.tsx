import { useId, useState } from 'react';
import styles from './fields.module.css';
import { phoneMessages } from './phone-messages.ts';

export type Pick = { id: string; name: string; note?: string | undefined };

/** A list to choose one thing from, with a search once it is longer than a screen. */
export function Picker(props: { rows: readonly Pick[]; onPick: (id: string) => void }) {
  const t = phoneMessages.use();
  const id = useId();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = props.rows.filter(({ name, note = '' }) =>
    `${name} ${note}`.toLowerCase().includes(wanted),
  );
  return (
    <div className={styles.field}>
      {props.rows.length > 8 && (
        <>
          <label htmlFor={id}>{t('search')}</label>
          <input
            id={id}
            className={styles.text}
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      )}
      <ul className={styles.list}>
        {found.map((row) => (
          <li key={row.id}>
            <button type="button" className={styles.row} onClick={() => props.onPick(row.id)}>
              <span>
                {row.name}
                {row.note && <small>{row.note}</small>}
              </span>
              <span aria-hidden="true">›</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{t('none', { text })}</p>}
    </div>
  );
}
