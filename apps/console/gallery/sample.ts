import type { MapPicture } from '@liangbuwu/ui/map/picture.ts';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Bar, TimelineRow } from '@liangbuwu/ui/timeline/bars.ts';

export type Village = {
  id: string;
  name: { 'zh-CN': string; en: string };
  people: number;
  perPerson: number | undefined;
  lon: number;
  lat: number;
};

const village = (
  id: string,
  zh: string,
  en: string,
  people: number,
  perPerson: number | undefined,
  lon: number,
  lat: number,
) => ({ id, name: { 'zh-CN': zh, en }, people, perPerson, lon, lat }) satisfies Village;

export const villages: readonly Village[] = [
  village('v1', '东岭村', 'Dongling', 1180, 6.2, 112.985, 27.561),
  village('v2', '长塘村', 'Changtang', 640, 9.4, 113.021, 27.552),
  village('v3', '石桥村', 'Shiqiao', 520, 12.8, 113.034, 27.527),
  village('v4', '樟树村', 'Zhangshu', 410, 16.5, 112.972, 27.528),
  village('v5', '桐子村', 'Tongzi', 960, 7.1, 112.951, 27.544),
  village('v6', '大屋村', 'Dawu', 330, 20, 113.003, 27.514),
  village('v7', '龙井村', 'Longjing', 275, 18.2, 113.012, 27.539),
  village('v8', '新田村', 'Xintian', 480, 15.4, 112.962, 27.567),
  village('v9', '高坡村', 'Gaopo', 150, undefined, 113.045, 27.569),
  village('v10', '桃花村', 'Taohua', 390, 20, 112.995, 27.497),
  village('v11', '枫林居委会', 'Fenglin', 890, 20, 112.999, 27.537),
];

export const floors = [7.5, 15, 20] as const;

export function levelOf({ perPerson }: Village): Level {
  if (perPerson === undefined) return 'unknown';
  return perPerson < floors[0] ? 'bad' : perPerson < floors[1] ? 'warn' : 'ok';
}

export const shortOf = ({ people, perPerson = 0 }: Village) =>
  Math.round(Math.max(0, floors[1] - perPerson) * people);

const depot = [112.999, 27.5365] as const;
const sources = [
  { id: 's1', zh: '一号深井', en: 'Deep well 1', at: [112.968, 27.513] as const, closed: false },
  { id: 's2', zh: '北水厂', en: 'North works', at: [112.99, 27.58] as const, closed: true },
  { id: 's3', zh: '南塘泵站', en: 'Nantang pump', at: [113.028, 27.506] as const, closed: false },
];

const at = (id: string) => {
  const found = villages.find((one) => one.id === id);
  return found ? ([found.lon, found.lat] as const) : depot;
};

const rounds = [
  [depot, sources[0]?.at ?? depot, at('v5'), at('v8'), sources[0]?.at ?? depot, at('v1'), depot],
  [depot, sources[2]?.at ?? depot, at('v3'), at('v2'), depot],
  [depot, sources[2]?.at ?? depot, at('v10'), at('v6'), depot],
];

const square = (lon: number, lat: number, half: number) =>
  [
    [lon - half, lat - half * 0.8],
    [lon + half * 0.7, lat - half],
    [lon + half, lat + half * 0.6],
    [lon - half * 0.6, lat + half],
    [lon - half, lat - half * 0.8],
  ] as const;

export function picture(
  zh: boolean,
  group: { sources: string; points: string; routes: string; zone: string },
): MapPicture {
  return {
    areas: villages.slice(0, 4).map((one) => ({
      id: `zone-${one.id}`,
      label: '',
      group: group.zone,
      rings: [square(one.lon, one.lat, 0.009)],
      tone: 'plain' as const,
    })),
    lines: rounds.map((path, tanker) => ({
      id: `route-${tanker}`,
      label: `T${tanker + 1}`,
      group: group.routes,
      path,
      tone: { series: tanker },
      dash: (['solid', 'dashed', 'dotted'] as const)[tanker] ?? 'solid',
      arrows: true,
      offset: 3,
    })),
    places: [
      ...sources.map((source) => ({
        id: source.id,
        label: zh ? source.zh : source.en,
        group: group.sources,
        at: source.at,
        shape: 'pentagon' as const,
        tone: 'accent' as const,
        size: 'large' as const,
        struck: source.closed,
      })),
      ...villages.map((one) => ({
        id: one.id,
        label: one.name[zh ? 'zh-CN' : 'en'],
        note: one.perPerson === undefined ? '—' : `${one.perPerson} ${zh ? '升/人' : 'L/person'}`,
        group: group.points,
        at: [one.lon, one.lat] as const,
        shape: ({ ok: 'disc', warn: 'triangle', bad: 'hexagon', unknown: 'diamond' } as const)[
          levelOf(one)
        ],
        tone: levelOf(one),
      })),
    ],
  };
}

/** Tankers' days: fill, drive, deliver, again and again, with a rest. */
export function schedule(zh: boolean): TimelineRow[] {
  return Array.from({ length: 7 }, (_, tanker) => {
    const bars: Bar[] = [];
    let clock = 25_200 + tanker * 420;
    const end = tanker === 4 ? 54_000 : 82_800;
    const add = (kind: string, seconds: number, title: string, short?: string) => {
      bars.push({
        id: `t${tanker}-${bars.length}`,
        kind,
        from: clock,
        to: clock + seconds,
        title,
        ...(short && { short }),
      });
      clock += seconds;
    };
    for (let round = 0; clock + 9600 < end; round += 1) {
      const target = villages[(tanker * 3 + round) % villages.length];
      const name = target?.name[zh ? 'zh-CN' : 'en'] ?? '';
      const well = sources[round % 2 === 0 ? 0 : 2]?.[zh ? 'zh' : 'en'] ?? '';
      add('drive', 780 + tanker * 30, `→ ${well}`);
      if ((round + tanker) % 3 === 1) add('wait', 600, well);
      add('fill', 1500, well, zh ? '8,000 升' : '8,000 L');
      add('drive', 1260, `${well} → ${name}`);
      add('deliver', 3300 - tanker * 120, name, zh ? '8,000 升' : '8,000 L');
      if (round === 1) add('rest', 1800, name);
    }
    return {
      id: `t${tanker}`,
      label: `T${tanker + 1}`,
      note: zh ? `${8 - (tanker % 3)},000 升` : `${8 - (tanker % 3)},000 L`,
      tone: { series: tanker },
      open: [{ from: 25_200, to: end }],
      bars,
    };
  });
}
