import type { Unsaved } from '@liangbuwu/ui/forms/unsaved.ts';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { ConsoleDesk } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  Outlet,
  type RouterHistory,
  redirect,
  useLocation,
} from '@tanstack/react-router';
import { parseSearch, safeNext, stringifySearch } from './address.ts';
import { deskPage } from './desk-page.tsx';
import { LinkPage } from './entrance/link-page.tsx';
import { LoginPage } from './entrance/login-page.tsx';
import { HomePage } from './home-page.tsx';
import { consoleMessages } from './messages.ts';
import { officeRoutes } from './office-routes.ts';
import { meQuery } from './queries.ts';
import { isSignedOut } from './query-client.ts';
import { ConsoleShell } from './shell/console-shell.tsx';

/** Every address of the console: the entrance, and behind it the office's and the desks' pages. */
export function createConsoleRouter(options: {
  desks: readonly ConsoleDesk[];
  queries: QueryClient;
  unsaved: Unsaved;
  history?: RouterHistory;
}) {
  const { desks, queries, unsaved } = options;
  const root = createRootRoute({ component: Outlet });

  const login = createRoute({
    getParentRoute: () => root,
    path: '/login',
    validateSearch: (raw: Record<string, unknown>): { next?: string; set?: string } => ({
      ...(typeof raw.next === 'string' && { next: raw.next }),
      ...(raw.set === 'yes' && { set: 'yes' }),
    }),
    component: function Login() {
      const t = consoleMessages.use();
      const { next, set } = login.useSearch();
      return (
        <LoginPage
          note={set && t('entrance.link.done')}
          onEntered={() => router.history.replace(safeNext(next))}
        />
      );
    },
  });

  const link = createRoute({
    getParentRoute: () => root,
    path: '/link',
    component: function Link() {
      const token = useLocation({ select: ({ hash }) => hash });
      return (
        <LinkPage
          token={token}
          onDone={() => void router.navigate({ to: '/login', search: { set: 'yes' } })}
        />
      );
    },
  });

  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    beforeLoad: async ({ location }) => {
      try {
        await queries.ensureQueryData(meQuery);
      } catch (error) {
        if (!isSignedOut(error)) throw error;
        throw redirect({
          to: '/login',
          search: location.pathname === '/' ? {} : { next: location.href },
        });
      }
    },
    component: () => <ConsoleShell unsaved={unsaved} />,
  });

  const home = createRoute({ getParentRoute: () => inside, path: '/', component: HomePage });
  const pages = [...officeRoutes, ...desks.flatMap(({ routes }) => routes)].map((route) =>
    createRoute({ getParentRoute: () => inside, path: route.path, component: deskPage(route) }),
  );

  const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

  const router = createRouter({
    routeTree: root.addChildren([login, link, inside.addChildren([home, ...pages, elsewhere])]),
    parseSearch,
    stringifySearch,
    defaultPendingComponent: () => <PageSkeleton />,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    ...(options.history && { history: options.history }),
  });
  return router;
}

function RouteError({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} />;
}

function NotFound() {
  const t = consoleMessages.use();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.title')}
        action={<AppLink href="/">{t('notFound.home')}</AppLink>}
      >
        {t('notFound.note')}
      </EmptyState>
    </Page>
  );
}
