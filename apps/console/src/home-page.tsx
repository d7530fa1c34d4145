import { useSay } from '@liangbuwu/ui/language/language.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { findHome } from './home.ts';
import { consoleMessages } from './messages.ts';
import { meQuery, responsesQuery } from './queries.ts';
import { navGroups } from './shell/navigation.tsx';

/** Leads to the page that one begins with. */
export function HomePage() {
  const t = consoleMessages.use();
  const ui = uiMessages.use();
  const say = useSay();
  const { data: me } = useSuspenseQuery(meQuery);
  const responses = useQuery(responsesQuery);
  if (responses.isPending) return <PageSkeleton />;
  const groups = navGroups({ permissions: me.permissions, say, officeLabel: t('office') });
  const home = findHome(
    groups.flatMap(({ items }) => items.map(({ href }) => href)),
    { isNew: responses.data?.responses.length === 0 },
  );
  if (home) return <Navigate to={home} replace />;
  return (
    <Page title={ui('product')}>
      <EmptyState title={t('nothing.title')}>{t('nothing.note')}</EmptyState>
    </Page>
  );
}
