import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import type { DeskRoute, PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useCallback } from 'react';
import { meQuery } from './queries.ts';

/** Turns a desk's route into what the router shows: loaded when first needed, for those who may. */
export function deskPage(route: DeskRoute): () => ReactElement {
  const LazyPage = lazy(route.page);
  return function DeskPage() {
    const { language } = useLanguage();
    const { data: me } = useSuspenseQuery(meQuery);
    const params = useParams({ strict: false }) as Record<string, string>;
    const search = route.search(useSearch({ strict: false }) as Record<string, unknown>);
    const navigate = useNavigate();
    const setSearch = useCallback<PageProps['setSearch']>(
      (patch, options) =>
        void navigate({
          to: '.',
          replace: options?.replace ?? false,
          search: ((now: Record<string, unknown>) => merged(now, patch)) as never,
        }),
      [navigate],
    );
    const title = route.title[language];
    if (route.permission && !me.permissions.includes(route.permission))
      return <NotPermitted title={title} />;
    return (
      <Suspense
        fallback={
          <Page title={title}>
            <PageSkeleton />
          </Page>
        }
      >
        <LazyPage params={params} search={search} setSearch={setSearch} />
      </Suspense>
    );
  };
}

function merged(now: Record<string, unknown>, patch: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries({ ...now, ...patch }).filter(([, value]) => value !== undefined),
  );
}

function NotPermitted({ title }: { title: string }) {
  return (
    <Page title={title}>
      <ErrorState error={notPermitted} />
    </Page>
  );
}

const notPermitted = {
  code: 'not-permitted',
  cause: {
    'zh-CN': '您的角色没有打开这个页面的权限。',
    en: 'Your roles do not let you open this page.',
  },
  remedy: {
    'zh-CN': '如工作需要，请联系管理员授权。',
    en: 'If your work needs it, ask an administrator to grant it.',
  },
};
