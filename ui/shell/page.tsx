import { type ReactNode, useEffect, useId } from 'react';
import { classNames } from '../class-names.ts';
import { uiMessages } from '../messages.ts';
import { AppLink } from './app-link.tsx';
import styles from './page.module.css';

export type Crumb = { label: string; href: string };

/** A page's title row and body. `action` is the one primary action; `tools` stand left of it. */
export function Page(props: {
  title: string;
  /** One sentence under the title: what this page answers. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  badge?: ReactNode;
  tools?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const t = uiMessages.use();
  const product = t('product');
  useEffect(() => {
    document.title = `${props.title} · ${product}`;
  }, [props.title, product]);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        {props.crumbs && props.crumbs.length > 0 && (
          <nav className={styles.crumbs} aria-label={t('shell.crumbs')}>
            {props.crumbs.map((crumb) => (
              <span key={crumb.href}>
                <AppLink href={crumb.href}>{crumb.label}</AppLink>
                <span aria-hidden="true"> / </span>
              </span>
            ))}
          </nav>
        )}
        <div className={styles.titleRow}>
          <div className={styles.titleBlock}>
            <h1 className={styles.title}>
              {props.title} {props.badge}
            </h1>
            {props.lead && <p className={styles.lead}>{props.lead}</p>}
          </div>
          {(props.tools || props.action) && (
            <div className={classNames(styles.actions, 'no-print')}>
              {props.tools}
              {props.action}
            </div>
          )}
        </div>
      </div>
      {props.children}
    </div>
  );
}

/** A titled part of a page. `flush` lets a table or picture reach the edges. */
export function Panel(props: {
  title?: ReactNode;
  note?: ReactNode;
  tools?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.panel} {...(props.title ? { 'aria-labelledby': id } : {})}>
      {(props.title || props.tools) && (
        <div className={styles.panelHead}>
          <div className={styles.panelTitleBlock}>
            {props.title && (
              <h2 id={id} className={styles.panelTitle}>
                {props.title}
              </h2>
            )}
            {props.note && <p className={styles.panelNote}>{props.note}</p>}
          </div>
          {props.tools && (
            <div className={classNames(styles.panelTools, 'no-print')}>{props.tools}</div>
          )}
        </div>
      )}
      <div className={props.flush ? styles.flush : styles.panelBody}>{props.children}</div>
    </section>
  );
}

/** Tiles of equal width, as many beside each other as fit. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>;
}

/** Two parts side by side on a wide page, below each other on a narrow one. */
export function Columns(props: { children: ReactNode; wide?: 'first' | 'second' }) {
  return (
    <div className={styles.columns} data-wide={props.wide}>
      {props.children}
    </div>
  );
}
