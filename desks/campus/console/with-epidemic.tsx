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

/** Finds the epidemic that a page is about, and shows the page only then. */
export function WithEpidemic(props: {
  title: string;
  search: CampusSearch;
  setSearch(patch: Partial<CampusSearch>, options?: { replace?: boolean }): void;
  children(of: Response, all: readonly Response[]): ReactNode;
}) {
  const { search, setSearch } = props;
  const t = schoolsMessages.use();
  useLiveCampus();
  const responses = useQuery(responsesQuery);
  const all = responses.data?.responses.filter(({ kind }) => kind === 'epidemic') ?? [];
  const open = all.filter(({ ended }) => ended === null);
  const of = all.find(({ id }) => id === search.response) ?? open[0] ?? all[0];
  const named = of && search.response !== of.id ? of.id : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  if (of) return <TimeZoneProvider timeZone={of.zone}>{props.children(of, all)}</TimeZoneProvider>;
  return (
    <Page title={props.title}>
      <Loaded query={responses}>
        {() => <EmptyState title={t('noResponse.title')}>{t('noResponse.note')}</EmptyState>}
      </Loaded>
    </Page>
  );
}
