import { useSay } from '@liangbuwu/ui/language/language.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { consoleMessages } from './messages.ts';
import { meQuery } from './queries.ts';
import { navGroups } from './shell/navigation.tsx';

/** Leads to the first page that one may open. */
export function HomePage() {
  const t = consoleMessages.use();
  const ui = uiMessages.use();
  const say = useSay();
  const { data: me } = useSuspenseQuery(meQuery);
  const groups = navGroups({
    permissions: me.permissions,
    say,
    officeLabel: t('office'),
    ledgerLabel: t('ledger'),
  });
  const first = groups[0]?.items[0];
  if (first) return <Navigate to={first.href} replace />;
  return (
    <Page title={ui('product')}>
      <EmptyState title={t('nothing.title')}>{t('nothing.note')}</EmptyState>
    </Page>
  );
}
