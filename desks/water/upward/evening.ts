import { day, id, instant } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import type { Ledger } from '../accounts/ledger-sheet.ts';
import { needOf } from '../gap.ts';
import type { PointDay } from '../history.ts';
import { floorsFor, isOfPeople } from '../kinds.ts';
import type { Entry } from '../recording/entry.ts';
import { round, total } from '../sums.ts';
import { type Floors, type Point, Tier } from '../water.ts';
import { Indicator } from './indicators.ts';

const count = z.int().min(0);
const litres = z.int().min(0);

/** Whole numbers and litres, so that a sum over desks is the sum that one sees. */
export const EveningFigures = z.strictObject({
  peopleNow: count,
  peopleEver: count,
  institutions: count,
  villages: count,
  livestockNow: count,
  tankers: count,
  trips: count,
  deliveries: count,
  came: litres,
  verified: litres,
  promised: litres,
  cameEver: litres,
  kilometres: z.number().nullable().describe('to a tenth; null: no plan is in force'),
  points: count,
  served: count,
});
export type EveningFigures = z.infer<typeof EveningFigures>;

export const EveningDesk = z.strictObject({
  area: id,
  name: z.string(),
  plan: z.int().nullable().describe('the version in force'),
  floors: z.string().describe('the version of the floors that held'),
  basic: Tier.pick({ label: true, litresPerPerson: true, source: true }),
  figures: EveningFigures,
  indicators: z.array(Indicator),
});
export type EveningDesk = z.infer<typeof EveningDesk>;

export const Evening = z.strictObject({
  day,
  now: instant,
  desks: z.array(EveningDesk).describe('that the account reaches as a whole'),
  total: EveningFigures.describe('of these desks, line by line'),
});
export type Evening = z.infer<typeof Evening>;

export interface EveningFacts {
  floors: Floors;
  /** The floors that held on a day before, by version. */
  floorsOf(version: string): Floors;
  points: readonly Pick<Point, 'id' | 'area' | 'kind' | 'people' | 'have'>[];
  /** Points as every published day up to this one wrote them down. */
  before: readonly Pick<PointDay, 'point' | 'kind' | 'people' | 'have' | 'floors'>[];
  entries: readonly Entry[];
  /** Of this day alone. */
  ledger: Ledger;
  cameEver: number;
  /** Of the plan in force; null: there is none. */
  metres: number | null;
}

/** Without tankers it gives less than the basic floor of its kind. */
const inDifficulty = (point: Pick<Point, 'kind' | 'people' | 'have'>, floors: Floors): boolean =>
  needOf(point, floorsFor(point.kind, floors).tiers[1]?.litresPerPerson ?? 0) > 0;

export function eveningFigures(facts: EveningFacts): EveningFigures {
  const { floors, points, ledger } = facts;
  const short = points.filter((point) => inDifficulty(point, floors));
  const heads = (rows: readonly Pick<Point, 'people'>[]) => total(rows, ({ people }) => people);
  const villagers = short.filter(({ kind }) => kind === 'village');
  const came = ledger.points.filter((row) => row.came > 0);
  const moved = facts.entries.filter(
    ({ kind, corrected }) => !corrected && (kind === 'filled' || kind === 'emptied'),
  );
  const tankers = new Set([
    ...moved.map(({ tanker }) => tanker),
    ...ledger.tankers.map(({ tanker }) => tanker),
  ]);
  return {
    peopleNow: heads(villagers),
    peopleEver: everShort(facts),
    institutions: heads(short.filter(({ kind }) => kind !== 'village' && isOfPeople(kind))),
    villages: new Set(short.filter(({ kind }) => isOfPeople(kind)).map(({ area }) => area)).size,
    livestockNow: heads(short.filter(({ kind }) => kind === 'livestock')),
    tankers: tankers.size,
    trips: total(ledger.sources, ({ fills }) => fills),
    deliveries: total(ledger.points, ({ deliveries }) => deliveries),
    came: ledger.totals.came,
    verified: ledger.totals.verified,
    promised: ledger.totals.promised,
    cameEver: facts.cameEver,
    kilometres: facts.metres === null ? null : round(facts.metres / 1000, 1),
    points: came.length,
    served: heads(came.filter(({ kind }) => kind === 'village')),
  };
}

/** Each village point once, with its most people of a day on which it was in difficulty. */
function everShort({ points, before, floors, floorsOf }: EveningFacts): number {
  const most = new Map<string, number>();
  const see = (point: string, people: number) =>
    most.set(point, Math.max(most.get(point) ?? 0, people));
  for (const row of before)
    if (row.kind === 'village' && inDifficulty(row, floorsOf(row.floors)))
      see(row.point, row.people);
  for (const row of points)
    if (row.kind === 'village' && inDifficulty(row, floors)) see(row.id, row.people);
  return total([...most.values()], (people) => people);
}

export function eveningTotal(desks: readonly Pick<EveningDesk, 'figures'>[]): EveningFigures {
  const names = Object.keys(EveningFigures.shape) as (keyof EveningFigures)[];
  const sums = names.map((name) => {
    const known = desks.map(({ figures }) => figures[name]).filter((one) => one !== null);
    const sum = total(known, (one) => one);
    if (name === 'kilometres') return [name, known.length === 0 ? null : round(sum, 1)];
    return [name, sum];
  });
  return Object.fromEntries(sums) as EveningFigures;
}

/** Of what was carried, what both sides prove; null where nothing was. */
export const verifiedShare = ({ came, verified }: EveningFigures): number | null =>
  came === 0 ? null : verified / came;
