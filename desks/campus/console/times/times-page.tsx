import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { School } from '../../campus.ts';
import { makeTimetable } from '../../times/times.contract.ts';
import type { InForce } from '../../times/timetable.ts';
import { timesMessages } from '../messages/times.ts';
import { schoolDayPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { WithSchool } from '../with-school.tsx';
import { PlanForm } from './plan-form.tsx';
import type { TimesSearch } from './search.ts';
import { schoolDayQuery, timetableQuery, timetablesQuery } from './times-queries.ts';
import { TimetableView } from './timetable-view.tsx';
import { useLiveTimes } from './use-live-times.ts';

type SetSearch = PageProps<TimesSearch>['setSearch'];

/** When the classes of a school come, eat and go, so that nothing is too full. */
export default function TimesPage({ search, setSearch }: PageProps<TimesSearch>) {
  const t = timesMessages.use();
  useLiveTimes();
  return (
    <WithSchool
      title={t('title')}
      chosen={search.school}
      onChoose={(school) => setSearch({ school, timetable: undefined })}
    >
      {(school, choice) => (
        <Times
          key={school.id}
          school={school}
          choice={choice}
          search={search}
          setSearch={setSearch}
        />
      )}
    </WithSchool>
  );
}

function Times(props: {
  school: School;
  choice: React.ReactNode;
  search: TimesSearch;
  setSearch: SetSearch;
}) {
  const { school, search, setSearch } = props;
  const t = timesMessages.use();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const denied = usePermitted(makeTimetable.permission);
  const day = useQuery(schoolDayQuery(school.id));
  const list = useQuery(timetablesQuery(school.id));
  const { timetables = [], inForce } = list.data ?? {};
  const shown =
    timetables.find(({ id }) => id === search.timetable) ??
    timetables.find(({ id }) => id === inForce?.timetable) ??
    timetables[0];
  const choose = (timetable: string) => setSearch({ timetable });
  const classes = day.data?.saved?.day.classes.filter(({ home }) => !home) ?? [];
  return (
    <Page
      title={t('title')}
      lead={
        classes.length > 0
          ? t('lead', {
              school: school.name,
              classes: format.number(classes.length),
              people: format.number(classes.reduce((sum, { people }) => sum + people, 0)),
            })
          : t('leadNone')
      }
      tools={
        <>
          {props.choice}
          <AppLink href={`${schoolDayPath}?school=${school.id}`}>{t('has')}</AppLink>
          {timetables.length > 0 && (
            <Select
              aria-label={t('which')}
              value={shown?.id}
              onChange={choose}
              popupMatchSelectWidth={false}
              options={timetables.map(({ id, number }) => ({
                value: id,
                label: t(inForce?.timetable === id ? 'versionInForce' : 'version', { number }),
              }))}
            />
          )}
        </>
      }
      action={
        <ActionButton type="primary" disabledReason={denied} onClick={() => setAsking(true)}>
          {t('plan.open')}
        </ActionButton>
      }
    >
      {asking && (
        <PlanForm
          school={school.id}
          timetables={timetables}
          basedOn={inForce?.timetable ?? null}
          onMade={(timetable) => {
            setAsking(false);
            choose(timetable);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      <Loaded query={list}>
        {(data) =>
          shown ? (
            <Shown key={shown.id} timetable={shown.id} inForce={data.inForce} />
          ) : (
            !asking && <EmptyState title={t('none.title')}>{t('none.note')}</EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

function Shown({ timetable, inForce }: { timetable: string; inForce: InForce }) {
  const query = useQuery(timetableQuery(timetable));
  return (
    <Loaded query={query}>{(data) => <TimetableView timetable={data} inForce={inForce} />}</Loaded>
  );
}
