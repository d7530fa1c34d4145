import type { ReactNode } from 'react';
import { uiMessages } from '../messages.ts';
import styles from './state.module.css';

/** What a page or panel shows when there is nothing: why that is so, and what can be done from here. */
export function EmptyState(props: {
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  small?: boolean;
}) {
  const t = uiMessages.use();
  return (
    <div className={props.small ? styles.smallState : styles.state}>
      {!props.small && <EmptyPicture />}
      <div className={styles.said}>
        <p className={styles.title}>{props.title ?? t('empty.title')}</p>
        {props.children && <div className={styles.note}>{props.children}</div>}
        {props.action && <div className={styles.action}>{props.action}</div>}
      </div>
    </div>
  );
}

function EmptyPicture() {
  return (
    <svg width="96" height="64" viewBox="0 0 96 64" fill="none" aria-hidden="true">
      <rect
        x="14"
        y="8"
        width="68"
        height="48"
        rx="6"
        fill="var(--surface)"
        stroke="var(--line-strong)"
      />
      <path d="M14 22h68" stroke="var(--line-strong)" />
      <circle cx="22" cy="15" r="2" fill="var(--line-strong)" />
      <circle cx="29" cy="15" r="2" fill="var(--line-strong)" />
      <path
        d="M24 36c4-4 8-4 12 0s8 4 12 0 8-4 12 0 8 4 12 0"
        stroke="var(--accent-line)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path
        d="M24 45c4-4 8-4 12 0s8 4 12 0 8-4 12 0 8 4 12 0"
        stroke="var(--line)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
