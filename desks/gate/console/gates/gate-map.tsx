import { MapView } from '@liangbuwu/ui/map/map-view.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useMemo } from 'react';
import type { GateSetUp } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';

/** Where the gates are, as far as it is known. */
export function GateMap({ gates }: { gates: readonly GateSetUp[] }) {
  const t = gatesMessages.use();
  const phone = usePhone();
  const placed = useMemo(
    () => gates.flatMap(({ place, ...gate }) => (place ? [{ ...gate, place }] : [])),
    [gates],
  );
  const picture = useMemo(
    () => ({
      places: placed.map(({ id, name, number, areaName, outOfUse, place }) => ({
        id,
        label: name,
        note: t('map.gate', { number, area: areaName }),
        at: [place.lon, place.lat] as const,
        shape: 'square' as const,
        tone: outOfUse === null ? ('accent' as const) : ('unknown' as const),
        struck: outOfUse !== null,
      })),
    }),
    [placed, t],
  );
  return (
    <Panel flush title={t('map.title')}>
      {placed.length === 0 ? (
        <EmptyState small title={t('map.none')} />
      ) : (
        <MapView
          title={t('map.title')}
          picture={picture}
          engine="svg"
          schematic={placed.some(({ place }) => place.schematic)}
          height={phone ? 220 : 260}
          source={t('map.positions')}
        />
      )}
    </Panel>
  );
}
