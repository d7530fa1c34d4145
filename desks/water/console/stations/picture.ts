import type { MapPicture, MapPlace } from '@liangbuwu/ui/map/picture.ts';
import type { SitingBasis, SitingLevel, SitingSite } from '../../stations/siting.ts';

type Mark = Pick<MapPlace, 'shape' | 'tone' | 'size'>;
export type PointStanding = 'served' | 'part' | 'unserved';
export type SiteStanding = 'built' | 'existing' | 'idle' | 'out';

/** Shape and colour both tell, so that either is enough. */
export const pointMarks: Record<PointStanding, Mark> = {
  served: { shape: 'disc', tone: 'ok' },
  part: { shape: 'triangle', tone: 'warn' },
  unserved: { shape: 'hexagon', tone: 'bad' },
};
export const siteMarks: Record<SiteStanding, Mark & { struck?: boolean }> = {
  built: { shape: 'square', tone: 'accent', size: 'large' },
  existing: { shape: 'pentagon', tone: 'accent' },
  idle: { shape: 'diamond', tone: 'plain', size: 'small' },
  out: { shape: 'diamond', tone: 'unknown', size: 'small', struck: true },
};

export interface PictureWords {
  points: string;
  sites: string;
  walks: string;
  point(name: { village: string; served: number; people: number }): string;
  site(standing: SiteStanding, site: SitingSite): string;
  walk(people: number): string;
  between(from: string, to: string): string;
}

/** How many of each group are served. */
export function servedOf(level: SitingLevel): ReadonlyMap<string, number> {
  const served = new Map<string, number>();
  for (const { group, people } of level.walks) served.set(group, (served.get(group) ?? 0) + people);
  return served;
}

export const pointStanding = (served: number, people: number): PointStanding =>
  served === 0 ? 'unserved' : served < people ? 'part' : 'served';

export function siteStanding({ id, state }: SitingSite, level: SitingLevel): SiteStanding {
  if (state === 'existing') return 'existing';
  if (state === 'ruled-out') return 'out';
  return level.stations.some(({ site }) => site === id) ? 'built' : 'idle';
}

/** Stations, points and who walks where at one level. */
export function stationPicture(
  { sites, groups }: SitingBasis,
  level: SitingLevel,
  words: PictureWords,
): MapPicture {
  const served = servedOf(level);
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  return {
    lines: level.walks.flatMap(({ site, group, people }) => {
      const [from, to] = [groupOf.get(group), siteOf.get(site)];
      if (!from || !to) return [];
      return [
        {
          id: `walk ${site} ${group}`,
          label: words.between(from.name, to.name),
          note: words.walk(people),
          group: words.walks,
          path: [
            [from.lon, from.lat],
            [to.lon, to.lat],
          ] as const,
          tone: 'accent' as const,
        },
      ];
    }),
    places: [
      ...groups.map(({ id, name, village, people, lon, lat }): MapPlace => {
        const many = served.get(id) ?? 0;
        return {
          id: `group ${id}`,
          label: name,
          note: words.point({ village, served: many, people }),
          group: words.points,
          at: [lon, lat],
          ...pointMarks[pointStanding(many, people)],
        };
      }),
      ...sites.map((site): MapPlace => {
        const standing = siteStanding(site, level);
        return {
          id: `site ${site.id}`,
          label: site.name,
          note: words.site(standing, site),
          group: words.sites,
          at: [site.lon, site.lat],
          ...siteMarks[standing],
        };
      }),
    ],
  };
}
