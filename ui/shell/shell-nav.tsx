import { Drawer, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { classNames } from '../class-names.ts';
import { FoldIcon, MoreIcon, UnfoldIcon } from '../icons.ts';
import { uiMessages } from '../messages.ts';
import { AppLink } from './app-link.tsx';
import styles from './nav.module.css';

export type NavItem = { href: string; label: string; icon: ReactNode; badge?: ReactNode };
export type NavGroup = { id: string; label?: string; items: readonly NavItem[] };

function NavLink(props: {
  item: NavItem;
  current: boolean;
  folded?: boolean;
  onFollow?: () => void;
}) {
  const { item, current, folded } = props;
  const link = (
    <AppLink
      href={item.href}
      className={styles.item}
      {...(current && { 'aria-current': 'page' as const })}
      {...(props.onFollow && { onClick: props.onFollow })}
    >
      <span className={styles.icon}>{item.icon}</span>
      <span className={folded ? 'visually-hidden' : styles.label}>{item.label}</span>
      {item.badge !== undefined && <span className={styles.badge}>{item.badge}</span>}
    </AppLink>
  );
  return (
    <li>
      {folded ? (
        <Tooltip title={item.label} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

function NavGroups(props: {
  groups: readonly NavGroup[];
  current: string | undefined;
  folded?: boolean;
  onFollow?: () => void;
}) {
  return props.groups.map((group) => (
    <div key={group.id} className={styles.group}>
      {group.label && (
        <div className={props.folded ? 'visually-hidden' : styles.groupLabel}>{group.label}</div>
      )}
      <ul>
        {group.items.map((item) => (
          <NavLink
            key={item.href}
            item={item}
            current={item.href === props.current}
            {...(props.folded && { folded: true })}
            {...(props.onFollow && { onFollow: props.onFollow })}
          />
        ))}
      </ul>
    </div>
  ));
}

export function SideNav(props: {
  groups: readonly NavGroup[];
  current: string | undefined;
  folded: boolean;
  onFold: (folded: boolean) => void;
}) {
  const t = uiMessages.use();
  const fold = t(props.folded ? 'shell.unfold' : 'shell.fold');
  return (
    <nav
      aria-label={t('shell.nav')}
      className={classNames(styles.side, props.folded && styles.folded, 'no-print')}
    >
      <div className={styles.scroll}>
        <NavGroups groups={props.groups} current={props.current} folded={props.folded} />
      </div>
      <button
        type="button"
        className={styles.fold}
        aria-label={fold}
        aria-expanded={!props.folded}
        onClick={() => props.onFold(!props.folded)}
      >
        {props.folded ? <UnfoldIcon /> : <FoldIcon />}
        {!props.folded && <span>{fold}</span>}
      </button>
    </nav>
  );
}

/** At most this many places have a button of their own at the bottom of a phone. */
const atBottom = 4;

export function BottomNav(props: {
  groups: readonly NavGroup[];
  current: string | undefined;
  drawer: ReactNode;
}) {
  const t = uiMessages.use();
  const [open, setOpen] = useState(false);
  const items = props.groups.flatMap((group) => group.items);
  const direct = items.slice(0, atBottom);
  return (
    <>
      <nav aria-label={t('shell.nav')} className={classNames(styles.bottom, 'no-print')}>
        {direct.map((item) => (
          <AppLink
            key={item.href}
            href={item.href}
            className={styles.bottomItem}
            {...(item.href === props.current && { 'aria-current': 'page' as const })}
          >
            <span className={styles.icon}>{item.icon}</span>
            <span className={styles.bottomLabel}>{item.label}</span>
          </AppLink>
        ))}
        <button
          type="button"
          className={styles.bottomItem}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <span className={styles.icon}>
            <MoreIcon />
          </span>
          <span className={styles.bottomLabel}>{t('shell.more')}</span>
        </button>
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('shell.menu')}
        placement="right"
        size={296}
        styles={{ body: { padding: 8 } }}
      >
        {props.drawer}
        <NavGroups groups={props.groups} current={props.current} onFollow={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
