import { id } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { PointStart } from './day-start.ts';
import { Floors, type Point } from './water.ts';

/** Sums and needs, which may pass what one field of a form may hold. */
const litres = z.int().min(0);

/** What a point's people can count on today, and why it is not more. Litres of the day. */
export const PointGap = z.strictObject({
  id,
  name: z.string(),
  people: z.int(),
  have: litres.describe('what its own wells still give'),
  need: litres.describe('up to the last floor, beyond what it has'),
  delivered: litres.describe('promised by tanker'),
  expected: litres.describe(
    'what of it people can take: a village tank may keep some for tomorrow',
  ),
  perPerson: z.number().describe('(have + expected) / people'),
  short: z
    .strictObject({
      tier: z.string().describe('the first floor missed'),
      litres,
      because: z.string(),
      say: Say,
      remedy: Say,
    })
    .nullable(),
  start: PointStart.nullable().describe('what the days before left; null: no plan speaks of it'),
});
export type PointGap = z.infer<typeof PointGap>;

export const VillageGap = z.strictObject({
  area: id,
  name: z.string(),
  people: z.int(),
  have: litres,
  need: litres,
  delivered: litres,
  expected: litres,
  perPerson: z.number(),
  /** The first floor that some point of the village misses. */
  misses: z.string().nullable(),
  points: z.array(PointGap),
});
export type VillageGap = z.infer<typeof VillageGap>;

export const GapSheet = z.strictObject({
  floors: Floors,
  villages: z.array(VillageGap).describe('worst first'),
  total: VillageGap.omit({ area: true, name: true, misses: true, points: true }),
});
export type GapSheet = z.infer<typeof GapSheet>;

/** What the sheet needs to know of a point. */
export type PointFacts = Pick<Point, 'id' | 'area' | 'name' | 'people' | 'have'>;

export interface Served {
  delivered: number;
  expected: number;
  short: PointGap['short'];
}

/** Litres a person, to one decimal, never rounded up: 7.49 is not 7.5. */
export const each = (total: number, people: number): number =>
  people === 0 ? 0 : Math.floor((total * 10) / people) / 10;

/** What the point needs beyond its own wells to reach a floor, whole litres. */
export function needOf(point: Pick<Point, 'people' | 'have'>, litresPerPerson: number): number {
  return Math.max(0, Math.ceil(point.people * litresPerPerson - point.have));
}

/**
 * The gap sheet: every village against the floors. It only adds up; what each point gets and why it gets no
 * more comes from the plan (a draft) or from the commitments (what is published).
 */
export function gapSheet(
  floors: Floors,
  points: readonly PointFacts[],
  villages: ReadonlyMap<string, string>,
  served: ReadonlyMap<string, Served>,
  starts: ReadonlyMap<string, PointStart> = new Map(),
): GapSheet {
  const last = floors.tiers[floors.tiers.length - 1]?.litresPerPerson ?? 0;
  const byVillage = Map.groupBy(points, (point) => point.area);
  const sheet = [...byVillage].map(([area, members]) => {
    const rows = members.map((point) =>
      pointGap(point, last, served.get(point.id), starts.get(point.id)),
    );
    rows.sort(
      (a, b) =>
        order(floors, a) - order(floors, b) || a.perPerson - b.perPerson || (a.id < b.id ? -1 : 1),
    );
    return {
      area,
      name: villages.get(area) ?? '',
      ...sum(rows),
      misses: rows[0]?.short?.tier ?? null,
      points: rows,
    };
  });
  sheet.sort(
    (a, b) =>
      rank(floors, a.misses) - rank(floors, b.misses) ||
      a.perPerson - b.perPerson ||
      (a.area < b.area ? -1 : 1),
  );
  return { floors, villages: sheet, total: sum(sheet) };
}

function pointGap(
  point: PointFacts,
  last: number,
  served: Served | undefined,
  start: PointStart | undefined,
): PointGap {
  const { delivered = 0, expected = 0, short = null } = served ?? {};
  return {
    id: point.id,
    name: point.name,
    people: point.people,
    have: point.have,
    need: needOf(point, last),
    delivered,
    expected,
    perPerson: each(point.have + expected, point.people),
    short,
    start: start ?? null,
  };
}

type Amounts = Pick<VillageGap, 'people' | 'have' | 'need' | 'delivered' | 'expected'>;

function sum(rows: readonly Amounts[]): Amounts & { perPerson: number } {
  const total = { people: 0, have: 0, need: 0, delivered: 0, expected: 0 };
  for (const row of rows) {
    for (const name of ['people', 'have', 'need', 'delivered', 'expected'] as const)
      total[name] += row[name];
  }
  return { ...total, perPerson: each(total.have + total.expected, total.people) };
}

const rank = (floors: Floors, tier: string | null): number => {
  const index = floors.tiers.findIndex(({ name }) => name === tier);
  return index < 0 ? floors.tiers.length : index;
};

const order = (floors: Floors, row: PointGap): number => rank(floors, row.short?.tier ?? null);
