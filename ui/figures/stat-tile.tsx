import type { ReactNode } from 'react';
import { uiMessages } from '../messages.ts';
import { AppLink } from '../shell/app-link.tsx';
import type { Level } from '../theme/tokens.ts';
import styles from './stat-tile.module.css';
import { LevelShape } from './status-tag.tsx';

/** One figure that matters, with what it means. With `href` the whole tile leads there. */
export function StatTile(props: {
  label: string;
  value: ReactNode;
  unit?: string;
  note?: ReactNode;
  level?: Level;
  href?: string;
}) {
  const t = uiMessages.use();
  const { level } = props;
  const content = (
    <>
      <span className={styles.label}>
        {level && <LevelShape level={level} size={14} label={t(`level.${level}`)} />}
        {props.label}
      </span>
      <span className={styles.value}>
        {props.value}
        {props.unit && <span className={styles.unit}>{props.unit}</span>}
      </span>
      {props.note && <span className={styles.note}>{props.note}</span>}
    </>
  );
  return props.href ? (
    <AppLink href={props.href} className={styles.tile} {...(level && { 'data-level': level })}>
      {content}
    </AppLink>
  ) : (
    <div className={styles.tile} {...(level && { 'data-level': level })}>
      {content}
    </div>
  );
}
