import { id } from '@liangbuwu/office/http/fields.ts';
import { Say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { PointStart } from './day-start.ts';
import { averaged, isOfPeople, kindOf, lastFloor } from './kinds.ts';
import { Desk, Floors, type Point, PointKind } from './water.ts';

/** Sums and needs, which may pass what one field of a form may hold. */
const litres = z.int().min(0);

/** What a point's people can count on today, and why it is not more. Litres of the day. */
export const PointGap = z.strictObject({
  id,
  name: z.string(),
  kind: PointKind,
  people: z.int().describe('heads, by kind: people, beds, pupils or animals'),
  have: litres.describe('what its own wells still give'),
  need: litres.describe('what they need up to the last floor of their kind, beyond what they have'),
  delivered: litres.describe('promised by tanker'),
  expected: litres.describe(
    'what of it people have: a village tank may keep some for tomorrow, and some is spilled',
  ),
  perPerson: z.number().describe('(have + expected) / people'),
  short: z
    .strictObject({
      tier: z.string().describe('the first floor missed'),
      litres: litres.describe('more for a tanker to bring, what is spilled of them included'),
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
  people: z.int().describe('at all its points; animals are not among them'),
  animals: z.int(),
  have: litres,
  need: litres,
  delivered: litres,
  expected: litres,
  kind: PointKind.describe(
    'whom litres a person are of; of all others only where there is no village',
  ),
  perPerson: z.number().describe('of those who are held against the floors for everybody'),
  /** The first floor that some point of people misses. */
  misses: z.string().nullable(),
  points: z.array(PointGap),
});
export type VillageGap = z.infer<typeof VillageGap>;

export const GapSheet = z.strictObject({
  floors: Floors,
  lossPercent: Desk.shape.lossPercent.describe(
    'taken off what tankers deliver before it counts as expected',
  ),
  villages: z.array(VillageGap).describe('worst first'),
  total: VillageGap.omit({ area: true, name: true, misses: true, points: true }),
});
export type GapSheet = z.infer<typeof GapSheet>;

/** What the sheet needs to know of a point. */
export type PointFacts = Pick<Point, 'id' | 'area' | 'name' | 'kind' | 'people' | 'have'>;

export interface Served {
  /** Litres that tankers bring. */
  delivered: number;
  /** Litres that people have of them. */
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
  lossPercent = 0,
): GapSheet {
  const byVillage = Map.groupBy(points, (point) => point.area);
  const sheet = [...byVillage].map(([area, members]) => {
    const rows = members.map((point) =>
      pointGap(point, floors, served.get(point.id), starts.get(point.id)),
    );
    rows.sort(
      (a, b) =>
        order(floors, a) - order(floors, b) || a.perPerson - b.perPerson || (a.id < b.id ? -1 : 1),
    );
    return {
      area,
      name: villages.get(area) ?? '',
      ...sum(rows, floors),
      misses: rows.find(({ kind }) => isOfPeople(kind))?.short?.tier ?? null,
      points: rows,
    };
  });
  sheet.sort(
    (a, b) =>
      rank(floors, a.misses) - rank(floors, b.misses) ||
      a.perPerson - b.perPerson ||
      (a.area < b.area ? -1 : 1),
  );
  const all = sheet.flatMap(({ points: rows }) => rows);
  return { floors, lossPercent, villages: sheet, total: sum(all, floors) };
}

function pointGap(
  point: PointFacts,
  floors: Floors,
  served: Served | undefined,
  start: PointStart | undefined,
): PointGap {
  const { delivered = 0, expected = 0, short = null } = served ?? {};
  return {
    id: point.id,
    name: point.name,
    kind: point.kind,
    people: point.people,
    have: point.have,
    need: needOf(point, lastFloor(point.kind, floors)),
    delivered,
    expected,
    perPerson: each(point.have + expected, point.people),
    short,
    start: start ?? null,
  };
}

function sum(rows: readonly PointGap[], floors: Floors): GapSheet['total'] {
  const total = { people: 0, animals: 0, have: 0, need: 0, delivered: 0, expected: 0 };
  for (const row of rows) {
    total[isOfPeople(row.kind) ? 'people' : 'animals'] += row.people;
    for (const name of ['have', 'need', 'delivered', 'expected'] as const) total[name] += row[name];
  }
  const alike = averaged(rows, () => floors);
  const of = (amount: (row: PointGap) => number) =>
    alike.reduce((all, row) => all + amount(row), 0);
  return {
    ...total,
    kind: kindOf(alike),
    perPerson: each(
      of(({ have, expected }) => have + expected),
      of(({ people }) => people),
    ),
  };
}

const rank = (floors: Floors, tier: string | null): number => {
  const index = floors.tiers.findIndex(({ name }) => name === tier);
  return index < 0 ? floors.tiers.length : index;
};

const order = (floors: Floors, row: PointGap): number => rank(floors, row.short?.tier ?? null);
