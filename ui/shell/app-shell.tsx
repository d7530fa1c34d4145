import { Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DownIcon, LanguageIcon, PlaceIcon, UserIcon } from '../icons.ts';
import { findBrowserStorage } from '../language/browser-storage.ts';
import { useLanguage } from '../language/language.ts';
import { uiMessages } from '../messages.ts';
import { usePhone } from '../theme/media.ts';
import { AppLink } from './app-link.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { ProductMark } from './product-mark.tsx';
import { ResponseClock, type ResponseClockProps } from './response-clock.tsx';
import styles from './shell.module.css';
import { BottomNav, type NavGroup, SideNav } from './shell-nav.tsx';

export type Choice = { id: string; label: string; note?: string };

export type AppShellProps = {
  home: string;
  nav: readonly NavGroup[];
  /** The `href` of the nav item that the page belongs to. */
  current: string | undefined;
  response?:
    | { current: Choice; choices?: readonly Choice[]; onChoose?: (id: string) => void }
    | undefined;
  clock?: ResponseClockProps | undefined;
  scope?:
    | { current: Choice; choices?: readonly Choice[]; onChoose?: (id: string) => void }
    | undefined;
  user: { name: string; role: string; menu: MenuProps['items']; onMenu: (key: string) => void };
  /** Small live things at the right of the header, such as a `LiveIndicator`. */
  aside?: ReactNode;
  /** Changes with every navigation: the focus then goes to the page. */
  address: string;
  children: ReactNode;
};

const foldedAs = 'liangbuwu.nav-folded';

function useFolded() {
  const [folded, setFolded] = useState(() => findBrowserStorage()?.getItem(foldedAs) === 'yes');
  const keep = (next: boolean) => {
    setFolded(next);
    try {
      findBrowserStorage()?.setItem(foldedAs, next ? 'yes' : 'no');
    } catch {
      // A full storage: it is folded until the page is left.
    }
  };
  return [folded, keep] as const;
}

function LanguageSwitch() {
  const t = uiMessages.use();
  const { language, setLanguage } = useLanguage();
  return (
    <button
      type="button"
      className={styles.headerButton}
      onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
    >
      <LanguageIcon /> <span lang={language === 'en' ? 'zh-CN' : 'en'}>{t('language.switch')}</span>
      <span className="visually-hidden"> {t('language.label')}</span>
    </button>
  );
}

function Chooser(props: {
  name: string;
  icon?: ReactNode;
  className: string | undefined;
  current: Choice;
  choices?: readonly Choice[] | undefined;
  onChoose?: ((id: string) => void) | undefined;
}) {
  const { name, icon, className, current, choices = [], onChoose } = props;
  const face = (
    <>
      {icon}
      <span className={styles.chosen}>{current.label}</span>
    </>
  );
  if (choices.length < 2 || !onChoose)
    return (
      <span className={`${className} ${styles.still}`}>
        <span className="visually-hidden">{name} </span>
        {face}
      </span>
    );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [current.id],
        items: choices.map(({ id, label, note }) => ({
          key: id,
          label: (
            <span className={styles.choice}>
              {label}
              {note && <small>{note}</small>}
            </span>
          ),
        })),
        onClick: ({ key }) => onChoose(key),
      }}
    >
      <button type="button" className={`${styles.headerButton} ${className}`}>
        <span className="visually-hidden">{name} </span>
        {face}
        <DownIcon className={styles.caret} />
      </button>
    </Dropdown>
  );
}

function UserMenu({ user }: { user: AppShellProps['user'] }) {
  const t = uiMessages.use();
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items: user.menu ?? [], onClick: ({ key }) => user.onMenu(key) }}
    >
      <button type="button" className={`${styles.headerButton} ${styles.user}`}>
        <span className="visually-hidden">{t('shell.account')} </span>
        <span className={styles.avatar}>
          <UserIcon />
        </span>
        <span className={styles.userText}>
          <span className={styles.userName}>{user.name}</span>{' '}
          <span className={styles.userRole}>{user.role}</span>
        </span>
        <DownIcon className={styles.caret} />
      </button>
    </Dropdown>
  );
}

/** Header, navigation and the place for the page. The response and its clock are in sight on every page. */
export function AppShell(props: AppShellProps) {
  const t = uiMessages.use();
  const phone = usePhone();
  const [folded, setFolded] = useFolded();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [props.address]);

  const scope = props.scope && (
    <Chooser
      name={t('shell.scope')}
      icon={<PlaceIcon />}
      className={styles.scope}
      {...props.scope}
    />
  );

  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={styles.header}>
        <AppLink href={props.home} className={styles.mark} aria-label={t('product')}>
          <ProductMark />
          <span className={styles.product}>{t('product')}</span>
        </AppLink>
        <div className={styles.situation}>
          {props.response ? (
            <Chooser name={t('shell.response')} className={styles.response} {...props.response} />
          ) : (
            <span className={styles.response}>{t('shell.noResponse')}</span>
          )}
          {props.clock && <ResponseClock {...props.clock} />}
        </div>
        <div className={`${styles.tools} no-print`}>
          {props.aside}
          {!phone && scope}
          {!phone && <LanguageSwitch />}
          {phone ? null : <UserMenu user={props.user} />}
        </div>
      </header>
      <OfflineBanner />
      <div className={styles.body}>
        {!phone && (
          <SideNav groups={props.nav} current={props.current} folded={folded} onFold={setFolded} />
        )}
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          {props.children}
        </main>
      </div>
      {phone && (
        <BottomNav
          groups={props.nav}
          current={props.current}
          drawer={
            <div className={styles.drawer}>
              {props.response && (
                <Chooser
                  name={t('shell.response')}
                  className={styles.response}
                  {...props.response}
                />
              )}
              {scope}
              <LanguageSwitch />
              <UserMenu user={props.user} />
            </div>
          }
        />
      )}
    </div>
  );
}
