import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { School } from '../campus.ts';
import { schoolsMessages } from './messages/schools.ts';
import { schoolsQuery } from './queries.ts';
import type { CampusSearch } from './search.ts';

export type SchoolView = { school: School; of: Response; tools: ReactNode };

type SetSearch = (patch: Partial<CampusSearch>, options?: { replace?: boolean }) => void;

/** Finds out which school and response a page is about, and shows it only once that is known. */
export function WithSchool(props: {
  title: string;
  search: CampusSearch;
  setSearch: SetSearch;
  children: (view: SchoolView) => ReactNode;
}) {
  const { title, search, setSearch } = props;
  const t = schoolsMessages.use();
  const schools = useQuery(schoolsQuery);
  const responses = useQuery(responsesQuery);
  const own = (schools.data?.schools ?? []).filter(({ inScope }) => inScope);
  const school = own.find(({ id }) => id === search.school) ?? own[0];
  const open = (responses.data?.responses ?? []).filter(({ ended }) => ended === null);
  const of =
    open.find(({ id }) => id === search.response) ??
    open.find(({ kind }) => kind === 'epidemic') ??
    open[0];
  const named = of && search.response !== of.id ? of.id : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  const failed = [schools, responses].find(({ status }) => status === 'error');
  const frame = (content: ReactNode) => <Page title={title}>{content}</Page>;
  if (failed)
    return frame(<ErrorState error={failed.error} onRetry={() => void failed.refetch()} />);
  if (schools.isPending || responses.isPending) return frame(<PageSkeleton />);
  if (!school) return frame(<EmptyState title={t('list.none')}>{t('list.noneNote')}</EmptyState>);
  if (!of)
    return frame(<EmptyState title={t('noResponse.title')}>{t('noResponse.note')}</EmptyState>);
  const tools = own.length > 1 && (
    <Select
      aria-label={t('list.name')}
      value={school.id}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={own.map(({ id, name, withinName }) => ({
        value: id,
        label: `${name} · ${withinName}`,
      }))}
      onChange={(id: string) => setSearch({ school: id, open: undefined })}
    />
  );
  return (
    <TimeZoneProvider timeZone={of.zone}>{props.children({ school, of, tools })}</TimeZoneProvider>
  );
}
