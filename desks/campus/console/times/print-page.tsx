import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import type { Timetable } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { timesPath } from '../paths.ts';
import { schoolsQuery } from '../queries.ts';
import { canteenSheet, PrintSheets } from './print-sheets.tsx';
import type { PrintSearch } from './search.ts';
import { timetableQuery, timetablesQuery } from './times-queries.ts';

type Props = PageProps<PrintSearch>;

/** A4 sheets of a version: for the doors of classrooms, or for who keeps a gate or the canteen. */
export default function PrintPage({ search, setSearch }: Props) {
  const t = timesMessages.use();
  const query = useQuery({
    ...timetableQuery(search.timetable ?? ''),
    enabled: search.timetable !== undefined,
  });
  if (search.timetable === undefined)
    return (
      <Page title={t('print.title')}>
        <EmptyState title={t('none.title')}>
          <AppLink href={timesPath}>{t('print.back')}</AppLink>
        </EmptyState>
      </Page>
    );
  return query.data ? (
    <Printed timetable={query.data} search={search} setSearch={setSearch} />
  ) : (
    <Page title={t('print.title')}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function Printed(props: {
  timetable: Timetable;
  search: PrintSearch;
  setSearch: Props['setSearch'];
}) {
  const { timetable, search, setSearch } = props;
  const { basis, school } = timetable;
  const t = timesMessages.use();
  const list = useQuery(timetablesQuery(school));
  const schools = useQuery(schoolsQuery);
  const of = search.of ?? 'classes';
  const listed = new Set(basis.day.classes.map((one) => one.class));
  const sheets =
    of === 'gates'
      ? [
          ...basis.day.gates,
          ...(basis.day.canteen ? [{ id: canteenSheet, name: t('print.canteen') }] : []),
        ]
      : basis.classes.filter(({ id }) => listed.has(id));
  const one = sheets.find(({ id }) => id === search.sheet);
  return (
    <Page
      title={t('print.title')}
      tools={
        <>
          <AppLink href={`${timesPath}?school=${school}&timetable=${timetable.id}`}>
            {t('print.back')}
          </AppLink>
          <Segmented
            aria-label={t('print.kind')}
            value={of}
            options={[
              { value: 'classes', label: t('print.classes') },
              { value: 'gates', label: t('print.gates') },
            ]}
            onChange={(value) =>
              setSearch({ of: value === 'gates' ? 'gates' : undefined, sheet: undefined })
            }
          />
          <Select
            aria-label={t('print.which')}
            value={one?.id ?? ''}
            popupMatchSelectWidth={false}
            onChange={(sheet) => setSearch({ sheet: sheet || undefined })}
            options={[
              { value: '', label: t(of === 'gates' ? 'print.allGates' : 'print.allClasses') },
              ...sheets.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </>
      }
      action={
        <ActionButton type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
          {t('print.button')}
        </ActionButton>
      }
    >
      <Loaded query={list}>
        {({ inForce }) => (
          <PrintSheets
            of={of}
            sheets={one ? [one] : sheets}
            timetable={timetable}
            school={schools.data?.schools.find(({ id }) => id === school)?.name ?? ''}
            published={inForce.timetable === timetable.id ? inForce.at : null}
          />
        )}
      </Loaded>
    </Page>
  );
}
