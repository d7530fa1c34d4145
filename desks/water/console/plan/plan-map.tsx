import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { LegendEntry } from '@liangbuwu/ui/map/map-legend.tsx';
import { MapView } from '@liangbuwu/ui/map/map-view.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { Select } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { shut } from '../../rules.ts';
import { planMessages } from '../messages/plan.ts';
import { sharedMessages } from '../messages/shared.ts';
import { standings as allStandings, type PointStanding } from '../standing.ts';
import type { Day, DayNames } from './day-names.ts';
import type { Followed } from './follow.ts';
import { type Chosen, findChosen, type Highlight } from './highlight.ts';
import {
  dayPicture,
  homeMark,
  type PictureWords,
  pointMarks,
  provenancesOf,
  type Routes,
  routesShown,
  sourceMarks,
} from './picture.ts';

/** The day on a map; what is chosen in the timetable is lit here, and the other way round. */
export function PlanMap(props: {
  day: Day;
  date: string;
  names: DayNames;
  words: PictureWords;
  note: ReactNode;
  standings: ReadonlyMap<string, PointStanding>;
  followed: Followed;
  light: Highlight;
  routes: Routes;
  onRoutes: (routes: Routes) => void;
  onChoose: (chosen: Chosen | undefined) => void;
}) {
  const { day, date, names, words, standings, followed, light, routes } = props;
  const t = planMessages.use();
  const format = useFormat();
  const phone = usePhone();
  const lines = useMemo(
    () => routesShown(followed, routes, light.features),
    [followed, routes, light],
  );
  const picture = useMemo(
    () => dayPicture({ day, date, names, standings, words, ...lines }),
    [day, date, names, standings, words, lines],
  );
  const provenances = provenancesOf(day);
  const legend = useLegend(props);
  return (
    <Panel
      flush
      title={t('map.title')}
      note={props.note}
      tools={
        followed.ways.length > 0 && (
          <Select
            aria-label={t('map.routes')}
            value={typeof routes === 'object' ? routes.tanker : routes}
            onChange={(value) =>
              props.onRoutes(value === 'all' || value === 'none' ? value : { tanker: value })
            }
            popupMatchSelectWidth={false}
            options={[
              { value: 'all', label: t('map.all') },
              ...day.tankers.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'none', label: t('map.none') },
            ]}
          />
        )
      }
    >
      <MapView
        title={t('map.title')}
        picture={picture}
        schematic={provenances.schematic > 0}
        selected={light.feature}
        focus={light.features}
        onSelect={(id) => props.onChoose(findChosen(id))}
        legend={legend}
        height={phone ? 320 : 420}
        source={t('map.positions', {
          real: format.number(provenances.real),
          imported: format.number(provenances.imported),
          schematic: format.number(provenances.schematic),
        })}
      />
    </Panel>
  );
}

/** Only what is on the map: its points by standing, its kinds of sources, what is out of use, the yard. */
function useLegend(of: {
  day: Day;
  date: string;
  standings: ReadonlyMap<string, PointStanding>;
}): LegendEntry[] {
  const { day, date, standings } = of;
  const t = planMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  return useMemo(() => {
    const used = new Set([...standings.values()].map(({ standing }) => standing));
    const tiers = day.floors.tiers;
    const points = allStandings
      .filter((standing) => used.has(standing))
      .map((standing): LegendEntry => {
        const floor = say((tiers.find(({ name }) => name === standing) ?? tiers.at(-1))?.label);
        return {
          kind: 'place',
          label: shared(`standing.${standing}`, { floor }),
          ...pointMarks[standing],
        };
      });
    const kinds = new Set(day.sources.map(({ kind }) => kind));
    const sources = [...kinds].map(
      (kind): LegendEntry => ({
        kind: 'place',
        label: t(`map.kind.${kind}`),
        ...sourceMarks[kind],
      }),
    );
    const closed = day.sources.find((source) => shut(source, date) !== undefined);
    return [
      ...points,
      ...sources,
      ...(closed
        ? [
            {
              kind: 'place' as const,
              label: t('map.shut'),
              ...sourceMarks[closed.kind],
              tone: 'unknown' as const,
              struck: true,
            },
          ]
        : []),
      { kind: 'place', label: t('map.home'), ...homeMark },
    ];
  }, [day, date, standings, t, shared, say]);
}
