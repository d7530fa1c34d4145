import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { LegendEntry } from '@liangbuwu/ui/map/map-legend.tsx';
import { MapView } from '@liangbuwu/ui/map/map-view.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { SitingBasis, SitingLevel } from '../../stations/siting.ts';
import { stationMessages } from '../messages/stations.ts';
import {
  pointMarks,
  pointStanding,
  servedOf,
  siteMarks,
  siteStanding,
  stationPicture,
} from './picture.ts';

/** Where the stations of a level are, and who walks to them. */
export function StationMap({ basis: all, level }: { basis: SitingBasis; level: SitingLevel }) {
  const t = stationMessages.use();
  const format = useFormat();
  const phone = usePhone();
  const [selected, setSelected] = useState<string>();
  const [near, setNear] = useState(true);
  const basis = useMemo(() => (near ? nearSites(all) : all), [all, near]);
  const picture = useMemo(
    () =>
      stationPicture(basis, level, {
        points: t('map.points'),
        sites: t('map.sites'),
        walks: t('map.walks'),
        point: ({ village, served, people }) =>
          t('map.pointNote', {
            village,
            served: format.number(served),
            people: format.number(people),
          }),
        site: (standing, site) =>
          t('map.siteNote', {
            state: t(`map.${standing}`),
            litres: format.litres(site.yieldLitres),
          }),
        walk: (people) => t('map.walkNote', { people: format.number(people) }),
        between: (from, to) => `${from} → ${to}`,
      }),
    [basis, level, t, format],
  );
  const positions = [...basis.sites, ...basis.groups];
  const many = (of: string) =>
    format.number(positions.filter(({ provenance }) => provenance === of).length);
  return (
    <Panel
      flush
      title={t('map.title')}
      tools={
        <Segmented
          aria-label={t('map.shown')}
          value={near ? 'near' : 'all'}
          onChange={(shown) => setNear(shown === 'near')}
          options={[
            { value: 'near', label: t('map.near') },
            { value: 'all', label: t('map.all') },
          ]}
        />
      }
    >
      <MapView
        title={t('map.title')}
        picture={picture}
        engine="svg"
        schematic={positions.some(({ provenance }) => provenance === 'schematic')}
        selected={selected}
        onSelect={setSelected}
        legend={useLegend(basis, level)}
        height={phone ? 320 : 440}
        source={t('map.positions', {
          real: many('real'),
          imported: many('imported'),
          schematic: many('schematic'),
        })}
      />
    </Panel>
  );
}

/** Villages without a site are far away and make the rest small. */
function nearSites(basis: SitingBasis): SitingBasis {
  const villages = new Set(basis.sites.map(({ village }) => village));
  return { ...basis, groups: basis.groups.filter(({ village }) => villages.has(village)) };
}

/** Only what is on the map. */
function useLegend(basis: SitingBasis, level: SitingLevel): LegendEntry[] {
  const t = stationMessages.use();
  return useMemo(() => {
    const served = servedOf(level);
    const points = new Set(
      basis.groups.map(({ id, people }) => pointStanding(served.get(id) ?? 0, people)),
    );
    const sites = new Set(basis.sites.map((site) => siteStanding(site, level)));
    const place = (label: string, mark: (typeof siteMarks)['built']): LegendEntry => {
      const { size: _, ...shown } = mark;
      return { kind: 'place', label, ...shown };
    };
    const walks: LegendEntry[] =
      level.walks.length > 0 ? [{ kind: 'line', label: t('map.walks'), tone: 'accent' }] : [];
    return [
      ...(['served', 'part', 'unserved'] as const)
        .filter((one) => points.has(one))
        .map((one) => place(t(`map.${one}`), pointMarks[one])),
      ...(['built', 'existing', 'idle', 'out'] as const)
        .filter((one) => sites.has(one))
        .map((one) => place(t(`map.${one}`), siteMarks[one])),
      ...walks,
    ];
  }, [basis, level, t]);
}
