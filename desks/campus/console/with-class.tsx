import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { TimeZoneProvider } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PageSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { School, SchoolClass } from '../campus.ts';
import { pupilMessages } from './messages/pupils.ts';
import { classesQuery, schoolsQuery } from './queries.ts';
import type { CampusSearch } from './search.ts';
import { useEpidemic } from './with-epidemic.tsx';

export interface ClassChoice {
  school: School;
  /** Undefined: the school as a whole. */
  class: SchoolClass | undefined;
  response: Response;
  /** To change it. */
  choose: ReactNode;
  onOpen(of: string): void;
}

/** A page about one class, or a school with its classes: the one in its address, else what the account reaches. */
export function WithClass(props: {
  title: string;
  /** A school’s staff in no class may be chosen too: the school is its `class` in the address then. */
  staff?: boolean;
  search: CampusSearch;
  setSearch(patch: Partial<CampusSearch>, options?: { replace?: boolean }): void;
  children(of: ClassChoice): ReactNode;
}) {
  const { search, setSearch } = props;
  const t = pupilMessages.use();
  const { responses, of } = useEpidemic({ search, setSearch, among: 'open' });
  const schools = useQuery(schoolsQuery);
  const school =
    schools.data?.schools.find(({ id }) => id === search.school) ?? schools.data?.schools[0];
  const classes = useQuery({ ...classesQuery(school?.id ?? ''), enabled: school !== undefined });
  const list = classes.data?.classes ?? [];
  const staffOf = props.staff && school?.inScope ? school.id : undefined;
  const ofStaff = staffOf !== undefined && search.class === staffOf;
  const chosen =
    list.find(({ id }) => id === search.class) ?? (school?.inScope ? undefined : list[0]);
  const frame = (content: ReactNode) => <Page title={props.title}>{content}</Page>;
  const failed = [responses, schools, classes].find(({ status }) => status === 'error');
  if (failed)
    return frame(<ErrorState error={failed.error} onRetry={() => void failed.refetch()} />);
  if (responses.isPending || schools.isPending || (school && classes.isPending))
    return frame(<PageSkeleton />);
  if (!of) return frame(<EmptyState title={t('noResponse')}>{t('noResponseNote')}</EmptyState>);
  if (!school || (!school.inScope && !chosen))
    return frame(<EmptyState title={t('noClass')}>{t('noClassNote')}</EmptyState>);
  const all = [
    ...(school.inScope ? [{ value: '', label: t('all') }] : []),
    ...(staffOf ? [{ value: staffOf, label: t('staffOf') }] : []),
  ];
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
          value={ofStaff ? staffOf : (chosen?.id ?? '')}
          popupMatchSelectWidth={false}
          options={[...all, ...list.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id: string) => setSearch({ school: school.id, class: id })}
        />
      )}
    </>
  );
  const onOpen = (id: string) => setSearch({ school: school.id, class: id });
  return (
    <TimeZoneProvider timeZone={of.zone}>
      {props.children({ school, class: chosen, response: of, choose, onOpen })}
    </TimeZoneProvider>
  );
}
