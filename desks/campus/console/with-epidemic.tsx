import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { schoolsMessages } from './messages/schools.ts';
import { useLiveCampus } from './queries.ts';
import type { CampusSearch } from './search.ts';

/** The epidemic that a page is about: the one in its address, else one that goes on; `open`: none that has ended. */
export function useEpidemic({
  search,
  setSearch,
  among = 'all',
}: {
  search: CampusSearch;
  setSearch(patch: Partial<CampusSearch>, options?: { replace?: boolean }): void;
  among?: 'all' | 'open';
}) {
  const responses = useQuery(responsesQuery);
  const known = responses.data?.responses.filter(({ kind }) => kind === 'epidemic') ?? [];
  const open = known.filter(({ ended }) => ended === null);
  const all = among === 'open' ? open : known;
  const of = all.find(({ id }) => id === search.response) ?? open[0] ?? all[0];
  const named = of && search.response !== of.id ? of.id : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  return { responses, all, of };
}

/** Finds the epidemic that a page is about, and shows the page only then. */
export function WithEpidemic(props: {
  title: string;
  search: CampusSearch;
  setSearch(patch: Partial<CampusSearch>, options?: { replace?: boolean }): void;
  children(of: Response, all: readonly Response[]): ReactNode;
}) {
  const t = schoolsMessages.use();
  useLiveCampus();
  const { responses, all, of } = useEpidemic(props);
  if (of) return <TimeZoneProvider timeZone={of.zone}>{props.children(of, all)}</TimeZoneProvider>;
  return (
    <Page title={props.title}>
      <Loaded query={responses}>
        {() => <EmptyState title={t('noResponse.title')}>{t('noResponse.note')}</EmptyState>}
      </Loaded>
    </Page>
  );
}
