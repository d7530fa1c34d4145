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
import { makeSiting } from '../../stations/siting.contract.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { stationMessages } from '../messages/stations.ts';
import { registersPath, stationsPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { sitingQuery, sitingsQuery } from '../queries.ts';
import type { StationSearch } from '../search.ts';
import { useEnded } from '../use-ended.ts';
import { SitingView } from './siting-view.tsx';
import { SolveForm } from './solve-form.tsx';

type SetSearch = PageProps<StationSearch>['setSearch'];

/** Where the next stations would serve most people, for each number of them. */
export default function StationsPage({ search, setSearch }: PageProps<StationSearch>) {
  const t = stationMessages.use();
  return (
    <WithDeskDay title={t('title')} path={stationsPath} choosing={{ search, setSearch }}>
      {(view) => <Stations view={view} search={search} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function Stations(props: { view: DeskDayView; search: StationSearch; setSearch: SetSearch }) {
  const { view, search, setSearch } = props;
  const t = stationMessages.use();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const list = useQuery(sitingsQuery(view));
  const sitings = list.data?.sitings ?? [];
  const shown = sitings.find(({ id }) => id === search.siting) ?? sitings[0];
  const notPlanner = usePermitted(makeSiting.permission);
  const ended = useEnded(view);
  const choose = (siting: string) => setSearch({ siting });
  return (
    <Page
      title={t('title')}
      lead={t('lead', { desk: view.desk.name })}
      tools={
        <>
          <AppLink href={`${registersPath}/sites`}>{t('sites')}</AppLink>
          {sitings.length > 1 && (
            <Select
              aria-label={t('which')}
              value={shown?.id}
              onChange={choose}
              popupMatchSelectWidth={false}
              options={sitings.map(({ id, number, made, by }) => ({
                value: id,
                label: t('made', { number: format.number(number), at: format.instant(made), by }),
              }))}
            />
          )}
        </>
      }
      action={
        <ActionButton
          type="primary"
          disabledReason={notPlanner ?? ended}
          onClick={() => setAsking(true)}
        >
          {t('solve.open')}
        </ActionButton>
      }
    >
      {asking && (
        <SolveForm
          view={view}
          given={shown?.settings}
          onMade={(siting) => {
            setAsking(false);
            choose(siting);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      <Loaded query={list}>
        {() =>
          shown ? (
            <Shown key={shown.id} siting={shown.id} notPlanner={notPlanner} />
          ) : (
            !asking && <EmptyState title={t('none.title')}>{t('none.note')}</EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

function Shown({ siting, notPlanner }: { siting: string; notPlanner: string | undefined }) {
  const query = useQuery(sitingQuery(siting));
  return (
    <Loaded query={query}>{(data) => <SitingView siting={data} notPlanner={notPlanner} />}</Loaded>
  );
}
