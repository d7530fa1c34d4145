import { type ReactNode, useId } from 'react';
import { phoneMessages } from './phone-messages.ts';
import styles from './sheet.module.css';
import { useModal } from './use-modal.ts';

/** What rises from the foot of the page for one thing to be done. */
export function Sheet(props: {
  title: ReactNode;
  note?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = phoneMessages.use();
  const dialog = useModal();
  const title = useId();
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={title} onClose={props.onClose}>
      <header className={styles.head}>
        <div>
          <h2 id={title} tabIndex={-1}>
            {props.title}
          </h2>
          {props.note && <p className={styles.note}>{props.note}</p>}
        </div>
        <button
          type="button"
          className={styles.close}
          aria-label={t('close')}
          onClick={props.onClose}
        >
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </header>
      <div className={styles.body}>{props.children}</div>
    </dialog>
  );
}
