import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { planMessages } from '../messages/plan.ts';
import { versionMessages } from '../messages/versions.ts';
import { timetablePath } from '../paths.ts';
import { gapQuery } from '../queries.ts';
import { hrefOf } from '../search.ts';
import { readSheet } from '../standing.ts';
import { ChosenNote } from './chosen-note.tsx';
import type { Day, DayNames } from './day-names.ts';
import type { Ride } from './follow.ts';
import { type Chosen, highlight } from './highlight.ts';
import { featuresByPlace } from './picture.ts';
import { PlanMap, type TankerChoice } from './plan-map.tsx';
import styles from './plan-pictures.module.css';
import { PlanTimeline } from './plan-timeline.tsx';
import type { Resource } from './resource.ts';
import { ResourcesPanel } from './resources-panel.tsx';
import { useFollowed } from './use-followed.ts';
import { usePlanWords } from './use-plan-words.ts';
import { VersionsPanel } from './versions-panel.tsx';

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
}) {
  const { view, day, names, result } = props;
  const [chosen, setChosen] = useState<Chosen>();
  const [tanker, setTanker] = useState<TankerChoice>('all');
  const [side, setSide] = useState<'resources' | 'versions'>('resources');
  const words = usePlanWords(day, names);
  const { query: schedule, followed } = useFollowed(result?.id, names);
  const gap = useQuery(
    gapQuery(view, result && result.state !== 'published' ? result.id : undefined),
  );
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
    setTanker(again ? 'all' : id);
  };
  const choose = (next: Chosen | undefined) => {
    if (next?.kind === 'tanker') chooseTanker(next.id);
    else {
      setChosen(next);
      if (next === undefined && chosen?.kind === 'tanker') setTanker('all');
    }
  };
  const address = {
    response: view.response,
    area: view.area,
    day: view.day,
    ...(result && { plan: result.id }),
  };
  return (
    <>
      <div className={styles.grid}>
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
          tanker={tanker}
          onTanker={(next) => {
            setTanker(next);
            setChosen(next === 'all' || next === 'none' ? undefined : { kind: 'tanker', id: next });
          }}
          onChoose={choose}
        />
        <div className={styles.side}>
          <div className={styles.sideInner}>
            <SideSwitch side={side} onSide={setSide} />
            {side === 'resources' ? (
              <ResourcesPanel
                day={day}
                date={view.day}
                response={view.response}
                names={names}
                chosen={chosen}
                onChoose={choose}
                fixedBecause={props.cannotPlan}
                counts={(resource) => countsOn(props.counting, resource, view.now)}
              />
            ) : (
              <VersionsPanel
                plans={props.plans}
                floors={day.floors}
                shown={props.shown?.id}
                onShow={props.onShow}
              />
            )}
          </div>
        </div>
      </div>
      {gap.error && <ErrorState inline error={gap.error} onRetry={() => void gap.refetch()} />}
      {result &&
        (schedule.isPending ? (
          <TableSkeleton rows={7} />
        ) : schedule.error ? (
          <ErrorState inline error={schedule.error} onRetry={() => void schedule.refetch()} />
        ) : (
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
          />
        ))}
    </>
  );
}

function SideSwitch(props: {
  side: 'resources' | 'versions';
  onSide: (side: 'resources' | 'versions') => void;
}) {
  const t = planMessages.use();
  const versions = versionMessages.use();
  return (
    <Segmented
      block
      value={props.side}
      onChange={props.onSide}
      options={[
        { value: 'resources', label: t('resources.title') },
        { value: 'versions', label: versions('title') },
      ]}
    />
  );
}

/** What of a plan, from now on, would be lost without it. */
function countsOn(rides: readonly Ride[], { kind, one }: Resource, now: number) {
  const lost = rides.filter(
    ({ tanker, stretch }) =>
      stretch.from >= now &&
      (kind === 'source'
        ? stretch.kind === 'fill' && stretch.at === one.id
        : stretch.kind === 'deliver' && tanker === one.id),
  );
  return {
    stops: lost.length,
    litres: lost.reduce((sum, { stretch }) => sum + (stretch.litres ?? 0), 0),
  };
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
