import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { pupilMessages } from '../messages/pupils.ts';
import { useLivePupils } from '../pupil-queries.ts';
import { classesQuery, schoolsQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { ClassView } from './class-view.tsx';
import { SchoolView } from './school-view.tsx';

/** One class with its pupils, or a school with its classes. */
export default function PupilsPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = pupilMessages.use();
  useLivePupils();
  const responses = useQuery(responsesQuery);
  const schools = useQuery(schoolsQuery);
  const open = (responses.data?.responses ?? []).filter(({ ended }) => ended === null);
  const of =
    open.find(({ id, kind }) => id === search.response && kind === 'epidemic') ??
    open.find(({ kind }) => kind === 'epidemic');
  const school =
    schools.data?.schools.find(({ id }) => id === search.school) ?? schools.data?.schools[0];
  const classes = useQuery({ ...classesQuery(school?.id ?? ''), enabled: school !== undefined });
  const list = classes.data?.classes ?? [];
  const chosen =
    list.find(({ id }) => id === search.class) ?? (school?.inScope ? undefined : list[0]);
  const named = of && search.response !== of.id ? of.id : undefined;
  // So that the header speaks of the response that the page is about.
  useEffect(() => {
    if (named !== undefined) setSearch({ response: named }, { replace: true });
  }, [named, setSearch]);
  const frame = (content: ReactNode) => <Page title={t('title')}>{content}</Page>;
  const failed = [responses, schools, classes].find(({ status }) => status === 'error');
  if (failed)
    return frame(<ErrorState error={failed.error} onRetry={() => void failed.refetch()} />);
  if (responses.isPending || schools.isPending || (school && classes.isPending))
    return frame(<PageSkeleton />);
  if (!of) return frame(<EmptyState title={t('noResponse')}>{t('noResponseNote')}</EmptyState>);
  if (!school || (!school.inScope && !chosen))
    return frame(<EmptyState title={t('noClass')}>{t('noClassNote')}</EmptyState>);
  const all = school.inScope ? [{ value: '', label: t('all') }] : [];
  const choose = (
    <>
      {(schools.data?.schools.length ?? 0) > 1 && (
        <Select
          aria-label={t('school')}
          value={school.id}
          popupMatchSelectWidth={false}
          options={schools.data?.schools.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          onChange={(id: string) => setSearch({ school: id, class: '' })}
        />
      )}
      {list.length + all.length > 1 && (
        <Select
          aria-label={t('class')}
          value={chosen?.id ?? ''}
          popupMatchSelectWidth={false}
          options={[...all, ...list.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id: string) => setSearch({ school: school.id, class: id })}
        />
      )}
    </>
  );
  return (
    <TimeZoneProvider timeZone={of.zone}>
      {chosen ? (
        <ClassView key={chosen.id} school={school} of={chosen} response={of} choose={choose} />
      ) : (
        <SchoolView
          key={school.id}
          school={school}
          response={of}
          choose={choose}
          onOpen={(id) => setSearch({ school: school.id, class: id })}
        />
      )}
    </TimeZoneProvider>
  );
}
