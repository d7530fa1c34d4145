import type { Ledger } from '../accounts/ledger-sheet.ts';
import { each } from '../gap.ts';
import type { Point, Position } from '../water.ts';

/** What anybody may know of a point: where water is given, to how many, and what came. No person. */
export interface OpenPoint {
  id: string;
  name: string;
  village: string;
  kind: Point['kind'];
  heads: number;
  day: string;
  litresCame: number;
  litresProven: number;
  litresPromised: number;
  litresPerHead: number;
  lon: number;
  lat: number;
  provenance: Position['provenance'];
  /** The position is drawn for a map: it is not where the point is. */
  schematic: boolean;
}

export function openPoints(of: {
  day: string;
  points: readonly Point[];
  /** The points as they counted on the day. */
  counted: readonly Pick<Point, 'id' | 'kind' | 'people' | 'have'>[];
  positions: readonly Position[];
  villages: ReadonlyMap<string, string>;
  ledger: Ledger;
}): OpenPoint[] {
  const at = new Map(of.positions.map((position) => [position.place, position]));
  const counted = new Map(of.counted.map((point) => [point.id, point]));
  const rows = new Map(of.ledger.points.map((row) => [row.point, row]));
  return of.points.flatMap((point): OpenPoint[] => {
    const position = at.get(point.place);
    if (!position) return [];
    const row = rows.get(point.id);
    const { kind, people, have } = counted.get(point.id) ?? point;
    const { lon, lat, provenance } = position;
    return [
      {
        id: point.id,
        name: point.name,
        village: of.villages.get(point.area) ?? '',
        kind,
        heads: people,
        day: of.day,
        litresCame: row?.came ?? 0,
        litresProven: row?.verified ?? 0,
        litresPromised: row?.promised ?? 0,
        litresPerHead: each(have + (row?.reached ?? 0), people),
        lon,
        lat,
        provenance,
        schematic: provenance === 'schematic',
      },
    ];
  });
}

/** RFC 7946: WGS 84, longitude first. */
export function geoJson(points: readonly OpenPoint[]): string {
  return JSON.stringify(
    {
      type: 'FeatureCollection',
      features: points.map(({ id, lon, lat, ...properties }) => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties,
      })),
    },
    undefined,
    1,
  );
}

const fields = [
  'id',
  'name',
  'village',
  'kind',
  'heads',
  'day',
  'litresCame',
  'litresProven',
  'litresPromised',
  'litresPerHead',
  'lon',
  'lat',
  'provenance',
  'schematic',
] as const satisfies readonly (keyof OpenPoint)[];

/** RFC 4180, with a byte order mark, by which Excel knows that it is UTF-8. */
export function csv(points: readonly OpenPoint[]): string {
  const lines = [fields.map(String), ...points.map((point) => fields.map((of) => cell(point[of])))];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | boolean): string {
  const text = String(value);
  // A name that begins like a formula would be one in a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
