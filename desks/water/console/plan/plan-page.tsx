import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { PictureSkeleton, TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { planPath } from '../paths.ts';
import { dayQuery, plansQuery } from '../queries.ts';
import type { PlanSearch } from '../search.ts';
import { PlanRoom } from './plan-room.tsx';
import { isRunning } from './versions.ts';

type SetSearch = PageProps<PlanSearch>['setSearch'];

/** Where a day is planned: map and timetable of a version, what it rests on, and making it anew. */
export default function PlanPage({ search, setSearch }: PageProps<PlanSearch>) {
  const t = sharedMessages.use();
  return (
    <WithDeskDay title={t('plan')} path={planPath} choosing={{ search, setSearch }}>
      {(view) => (
        <PlanOfDay
          key={`${view.area} ${view.day}`}
          view={view}
          search={search}
          setSearch={setSearch}
        />
      )}
    </WithDeskDay>
  );
}

// News comes by itself; this is for the time when the stream of events is broken.
const lookAgain = 3000;

function PlanOfDay(props: { view: DeskDayView; search: PlanSearch; setSearch: SetSearch }) {
  const { view, search, setSearch } = props;
  const t = sharedMessages.use();
  const day = useQuery(dayQuery(view));
  const plans = useQuery({
    ...plansQuery(view),
    refetchInterval: ({ state }) => (state.data?.plans.some(isRunning) ? lookAgain : false),
  });
  if (day.data && plans.data) {
    return (
      <PlanRoom
        view={view}
        day={day.data}
        plans={plans.data.plans}
        present={plans.data.present}
        wanted={search.plan}
        setSearch={setSearch}
        failed={[day, plans].find(({ status }) => status === 'error')}
      />
    );
  }
  const failed = [day, plans].find(({ status }) => status === 'error');
  return (
    <Page title={t('plan')} tools={<DeskDayTools view={view} setSearch={setSearch} />}>
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <>
          <PictureSkeleton height={400} />
          <TableSkeleton rows={7} />
        </>
      )}
    </Page>
  );
}
