import {
  type AnchorHTMLAttributes,
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
} from 'react';

type Navigate = (href: string) => void;

const Navigation = createContext<Navigate | undefined>(undefined);

/** Hands the app's router to every link below; without it links are ordinary ones. */
export function NavigationProvider(props: { navigate: Navigate; children: ReactNode }) {
  return <Navigation value={props.navigate}>{props.children}</Navigation>;
}

export function useNavigateTo(): Navigate {
  return useContext(Navigation) ?? ((href) => window.location.assign(href));
}

export type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** An ordinary link that stays inside the app; with Ctrl, Shift or the middle button it opens as the browser would. */
export function AppLink({ href, onClick, children, ...anchor }: AppLinkProps) {
  const navigate = useContext(Navigation);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!navigate || event.defaultPrevented || !plain || anchor.target) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...anchor} href={href} onClick={follow}>
      {children}
    </a>
  );
}
