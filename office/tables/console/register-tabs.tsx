import { useSay } from '@liangbuwu/ui/language/language.ts';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { useEffect, useRef } from 'react';
import type { TableRoutes } from './queries.ts';
import styles from './tables.module.css';

/** The tables of a room; the one that is shown is in sight on a narrow page too. */
export function RegisterTabs(props: {
  title: string;
  tabs: readonly { href: string; routes: TableRoutes }[];
  shown: TableRoutes;
}) {
  const say = useSay();
  const holder = useRef<HTMLElement>(null);
  const { shown } = props;
  useEffect(() => {
    const tab = holder.current?.querySelector(`[data-table="${shown.table.id}"]`);
    if (holder.current && tab instanceof HTMLElement)
      holder.current.scrollLeft =
        tab.offsetLeft - (holder.current.clientWidth - tab.offsetWidth) / 2;
  }, [shown]);
  if (props.tabs.length === 0) return null;
  return (
    <nav ref={holder} className={styles.tabs} aria-label={props.title}>
      {props.tabs.map((tab) => (
        <span key={tab.href} data-table={tab.routes.table.id}>
          <AppLink
            href={tab.href}
            {...(tab.routes === shown && { 'aria-current': 'page' as const })}
          >
            {say(tab.routes.table.many)}
          </AppLink>
        </span>
      ))}
    </nav>
  );
}
