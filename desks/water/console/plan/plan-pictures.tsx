import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { planMessages } from '../messages/plan.ts';
import { timetablePath } from '../paths.ts';
import { gapQuery } from '../queries.ts';
import { hrefOf } from '../search.ts';
import { readSheet } from '../standing.ts';
import { restingOn } from './broken.ts';
import { HandPanel } from './by-hand/hand-panel.tsx';
import { useHand } from './by-hand/use-hand.ts';
import { useHandTimeline } from './by-hand/use-hand-timeline.tsx';
import { ChosenNote } from './chosen-note.tsx';
import type { Day, DayNames } from './day-names.ts';
import type { Ride } from './follow.ts';
import { type Chosen, highlight } from './highlight.ts';
import { featuresByPlace, type Routes } from './picture.ts';
import { PlanMap } from './plan-map.tsx';
import styles from './plan-pictures.module.css';
import { PlanTimeline } from './plan-timeline.tsx';
import { SidePanel } from './side-panel.tsx';
import { useFollowed } from './use-followed.ts';
import { usePlanWords } from './use-plan-words.ts';

/** Map, timetable, resources and versions: whatever is chosen in one is lit in the others. */
export function PlanPictures(props: {
  view: DeskDayView;
  day: Day;
  names: DayNames;
  plans: readonly PlanHead[];
  shown: PlanHead | undefined;
  result: PlanHead | undefined;
  /** The rides of the plan in force, on which taking something out of use would tell. */
  counting: readonly Ride[];
  cannotPlan: string | undefined;
  onShow: (plan: string) => void;
  /** Whether the plan is being changed by hand. */
  byHand: boolean;
  onHandDone: () => void;
}) {
  const { view, day, names, result } = props;
  const t = planMessages.use();
  const [chosen, setChosen] = useState<Chosen>();
  const [routes, setRoutes] = useState<Routes>('all');
  const words = usePlanWords(day, names);
  const hand = useHand(props.byHand ? result : undefined);
  const {
    query: schedule,
    followed,
    unseen,
  } = useFollowed(result?.id, names, hand?.tried?.tankers);
  // Between two versions the points keep the standing that they had.
  const gap = useQuery({
    ...gapQuery(view, result && result.state !== 'published' ? result.id : undefined),
    placeholderData: keepPreviousData,
  });
  const standings = useMemo(
    () =>
      new Map(
        (gap.data ? readSheet(gap.data.sheet).villages : []).flatMap(({ points }) =>
          points.map((point) => [point.id, point] as const),
        ),
      ),
    [gap.data],
  );
  const places = useMemo(() => featuresByPlace(day), [day]);
  const light = useMemo(
    () => highlight(chosen, followed, (place) => places.get(place)),
    [chosen, followed, places],
  );
  useEscape(() => setChosen(undefined));
  const chooseTanker = (id: string) => {
    const again = chosen?.kind === 'tanker' && chosen.id === id;
    setChosen(again ? undefined : { kind: 'tanker', id });
    setRoutes(again ? 'all' : { tanker: id });
  };
  const choose = (next: Chosen | undefined) => {
    if (next?.kind === 'tanker') chooseTanker(next.id);
    else {
      setChosen(next);
      if (next === undefined && chosen?.kind === 'tanker') setRoutes('all');
    }
  };
  const changing = useHandTimeline({ hand, view, day, names, followed, chosen, choose });
  const address = {
    response: view.response,
    area: view.area,
    day: view.day,
    ...(result && { plan: result.id }),
  };
  return (
    <div className={styles.grid} data-by-hand={hand ? true : undefined}>
      {hand && changing && (
        <div className={styles.hand}>
          <HandPanel
            hand={hand}
            view={view}
            day={day}
            names={names}
            stand={changing.stand}
            fixed={changing.fixed}
            onMade={changing.onMade}
            onSaved={({ id }) => {
              props.onHandDone();
              props.onShow(id);
            }}
            onLeave={props.onHandDone}
          />
        </div>
      )}
      <PlanMap
        day={day}
        date={view.day}
        names={names}
        words={words.picture}
        note={
          followed.rides.length > 0 && (
            <ChosenNote
              chosen={chosen}
              names={names}
              words={words}
              followed={followed}
              onClear={() => choose(undefined)}
            />
          )
        }
        standings={standings}
        followed={followed}
        light={light}
        routes={routes}
        onRoutes={(next) => {
          setRoutes(next);
          setChosen(typeof next === 'object' ? { kind: 'tanker', id: next.tanker } : undefined);
        }}
        onChoose={choose}
      />
      <div className={styles.time}>
        {gap.error && <ErrorState inline error={gap.error} onRetry={() => void gap.refetch()} />}
        {result && !unseen && schedule.isPending && <TableSkeleton rows={7} />}
        {result && unseen && (
          <Panel title={t('timeline.title')}>
            <EmptyState small title={t('timeline.unseen')}>
              {unseen}
            </EmptyState>
          </Panel>
        )}
        {result && schedule.error && (
          <ErrorState inline error={schedule.error} onRetry={() => void schedule.refetch()} />
        )}
        {schedule.data && (
          <PlanTimeline
            day={day}
            names={names}
            words={words.timeline}
            followed={followed}
            light={light}
            now={view.isToday ? view.now : undefined}
            tanker={chosen?.kind === 'tanker' ? chosen.id : undefined}
            printHref={hrefOf(timetablePath, address)}
            onChoose={choose}
            onTanker={chooseTanker}
            {...(changing && { hand: changing.timeline })}
          />
        )}
      </div>
      <div className={styles.side}>
        <SidePanel
          view={view}
          day={day}
          names={names}
          plans={props.plans}
          shown={props.shown?.id}
          beside={result}
          onShow={props.onShow}
          chosen={chosen}
          onChoose={choose}
          fixedBecause={props.cannotPlan}
          counts={(resource) => restingOn(props.counting, resource, view.now)}
        />
      </div>
    </div>
  );
}

function useEscape(clear: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog or a list that is open takes the key for itself.
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('[role="dialog"]')
      )
        clear();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
