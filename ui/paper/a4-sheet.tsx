import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { Language } from '../language/messages.ts';
import { useElementWidth } from '../theme/element-size.ts';
import styles from './a4-sheet.module.css';

/** An A4 page, 210 × 297 mm at 96 px an inch. */
export const pageWidth = 793.7;

/** One page as it will be printed; on the screen a picture of it, as small as its place asks for. */
export function A4Sheet(props: {
  name: string;
  language: Language;
  className?: string | undefined;
  /** Runs across the page: what it is not. */
  mark?: string | undefined;
  /** For the styles of what is on it. */
  sizes?: CSSProperties;
  children: ReactNode;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useElementWidth(holder);
  const scale = width > 0 ? Math.min(1, width / pageWidth) : 1;
  return (
    <div ref={holder} className={styles.holder} style={{ '--scale': scale } as CSSProperties}>
      <article
        className={[styles.sheet, props.className].filter(Boolean).join(' ')}
        lang={props.language}
        aria-label={props.name}
        data-mark={props.mark}
        style={props.sizes}
      >
        {props.children}
      </article>
    </div>
  );
}

/** What prints as the only thing of its page. */
export function OnlyPaper({ children }: { children: ReactNode }) {
  return <div className={styles.alone}>{children}</div>;
}
