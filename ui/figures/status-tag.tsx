import type { ReactNode } from 'react';
import { uiMessages } from '../messages.ts';
import type { Level } from '../theme/tokens.ts';
import styles from './status-tag.module.css';

const outlines: Record<Level, ReactNode> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--ok-edge)" />
      <path d="M4.6 8.2 7 10.6l4.4-5" stroke="#fff" strokeWidth="1.8" fill="none" />
    </>
  ),
  warn: (
    <>
      <path
        d="M8 1.2 15.2 14H.8Z"
        fill="var(--warn-fill)"
        stroke="var(--warn-edge)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      <path d="M8 5.4v4.2M8 11.4v1.3" stroke="#3d2700" strokeWidth="1.7" />
    </>
  ),
  bad: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z" fill="var(--bad-fill)" />
      <path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  unknown: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.6"
        fill="var(--unknown-soft)"
        stroke="var(--unknown-edge)"
        strokeWidth="1.4"
        strokeDasharray="2.6 1.6"
      />
      <path
        d="M6.2 6.4A1.9 1.9 0 1 1 8 8.6v.8m0 1.6v1.2"
        stroke="var(--unknown-text)"
        strokeWidth="1.5"
        fill="none"
      />
    </>
  ),
};

/** The level as a shape of its own: disc, triangle, octagon, broken ring. Give `label` where no word stands beside it. */
export function LevelShape({
  level,
  size = 16,
  label,
}: {
  level: Level;
  size?: number;
  label?: string;
}) {
  const name = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const };
  return (
    <svg className={styles.shape} width={size} height={size} viewBox="0 0 16 16" {...name}>
      {outlines[level]}
    </svg>
  );
}

/** A level with its shape and its word; `children` says it in the page's own words. */
export function StatusTag(props: { level: Level; children?: ReactNode; plain?: boolean }) {
  const t = uiMessages.use();
  return (
    <span className={props.plain ? styles.plain : styles.tag} data-level={props.level}>
      <LevelShape level={props.level} size={14} />
      {props.children ?? t(`level.${props.level}`)}
    </span>
  );
}
