import type {
  Basis,
  DrySpell,
  Fortnight,
  FortnightDay,
  FortnightPoint,
  FortnightVillage,
} from './fortnight-sheet.ts';
import { each, needOf } from './gap.ts';
import { type Recorded, reaches } from './history.ts';
import { averaged, floorsFor, isOfPeople, kindOf } from './kinds.ts';
import type { Floors, PointKind } from './water.ts';

export const fortnightDays = 14;

/** What is known of a point, if anything is, on each of the days. */
interface Known {
  id: string;
  area: string;
  name: string;
  kind: PointKind;
  days: (Recorded | undefined)[];
}

/**
 * The fortnight: what every village's people got a day, how that is known, and how long any of them stayed below the first
 * floor without a break.
 *
 * @param of.points those registered now; what was served before and is no longer registered is added from the records.
 */
export function fortnight(of: {
  floors: Floors;
  days: readonly string[];
  points: readonly { id: string; area: string; name: string; kind: PointKind }[];
  villages: ReadonlyMap<string, string>;
  recorded: readonly Recorded[];
  floorsOf: (version: string) => Floors;
}): Fortnight {
  const points = gather(of);
  const villages = [...Map.groupBy(points, ({ area }) => area)].map(([area, members]) =>
    villageRow(area, of.villages.get(area) ?? '', members, of),
  );
  villages.sort(
    (a, b) =>
      b.dry.days - a.dry.days ||
      (a.mean ?? Infinity) - (b.mean ?? Infinity) ||
      (a.area < b.area ? -1 : 1),
  );
  const total = of.days.map((_, at) => ({
    ...dayOfAll(points, at, of.floorsOf),
    villages: villages.filter(({ days }) => days[at]?.perPerson != null).length,
    villagesDry: villages.filter(({ days }) => (days[at]?.peopleDry ?? 0) > 0).length,
  }));
  return {
    floors: of.floors,
    days: [...of.days],
    villages,
    total: {
      days: total,
      ...meanOf(points, of.floorsOf),
      peopleDaysDry: total.reduce((sum, { peopleDry }) => sum + peopleDry, 0),
    },
  };
}

function gather(of: Parameters<typeof fortnight>[0]): Known[] {
  const found = new Map<string, Known>(
    of.points.map(({ id, area, name, kind }) => [
      id,
      { id, area, name, kind, days: of.days.map(() => undefined) },
    ]),
  );
  for (const one of of.recorded) {
    const at = of.days.indexOf(one.day);
    if (at < 0) continue;
    let known = found.get(one.point);
    if (!known) {
      const { point: id, area, name, kind } = one;
      known = { id, area, name, kind, days: of.days.map(() => undefined) };
      found.set(id, known);
    }
    known.days[at] = one;
  }
  return [...found.values()];
}

function villageRow(
  area: string,
  name: string,
  members: readonly Known[],
  { days, floors, floorsOf }: Pick<Parameters<typeof fortnight>[0], 'days' | 'floors' | 'floorsOf'>,
): FortnightVillage {
  const points = members.map((point): FortnightPoint => {
    const row = days.map((_, at) => dayOfAll([point], at, floorsOf));
    return {
      id: point.id,
      name: point.name,
      kind: point.kind,
      days: row,
      dry: drySpell(days, row),
      ...meanOf([point], floorsOf),
    };
  });
  points.sort((a, b) => b.dry.days - a.dry.days || (a.mean ?? Infinity) - (b.mean ?? Infinity));
  return {
    area,
    name,
    kind: kindOf(averaged(members, () => floors)),
    days: days.map((_, at) => dayOfAll(members, at, floorsOf)),
    dry: points[0]?.dry ?? drySpell(days, []),
    ...meanOf(members, floorsOf),
    points,
  };
}

/** One day of these points together, animals left out where there are people. Those of which nothing is known are left out. */
function dayOfAll(
  points: readonly Known[],
  at: number,
  floorsOf: (version: string) => Floors,
): FortnightDay {
  const all = points.map(({ days }) => days[at]).filter((day) => day !== undefined);
  const withPeople = points.some(({ kind }) => isOfPeople(kind));
  const known = withPeople ? all.filter(({ kind }) => isOfPeople(kind)) : all;
  const inhabited = known.filter(({ people }) => people > 0);
  const missed = inhabited.map((day) => firstMissed(day, floorsOf(day.floors)));
  const { have, got, people } = sumOf(averaged(known, ({ floors }) => floorsOf(floors)));
  return {
    perPerson: inhabited.length === 0 ? null : each(have + got, people),
    basis: basisOf(inhabited),
    below:
      missed.filter((tier) => tier !== undefined).sort((a, b) => a.rank - b.rank)[0]?.name ?? null,
    peopleDry: inhabited.reduce(
      (sum, { kind, people: many }, i) =>
        sum + (missed[i]?.rank === 0 && isOfPeople(kind) ? many : 0),
      0,
    ),
    differing: all.reduce((sum, { differing }) => sum + differing, 0),
  };
}

/** The first floor that a point's people missed, with its rank among them; undefined where they reached the last. */
export function firstMissed(day: Recorded, floors: Floors) {
  const { tiers } = floorsFor(day.kind, floors);
  const rank = tiers.findIndex(
    ({ litresPerPerson }) => !reaches(day.got, needOf(day, litresPerPerson)),
  );
  const tier = tiers[rank];
  return tier && { rank, name: tier.name };
}

/** Where nothing was to come there is nothing to prove: that does not make the others' proofs partial. */
function basisOf(days: readonly Recorded[]): Basis {
  if (days.length === 0) return 'unknown';
  const due = days.filter(({ arrivals }) => arrivals.length > 0).map(({ basis }) => basis);
  if (due.every((basis) => basis === 'promised')) return 'promised';
  return due.every((basis) => basis === 'proven') ? 'proven' : 'partly-proven';
}

/** The longest run of dry days; of two equally long, the later. */
export function drySpell(
  days: readonly string[],
  row: readonly Pick<FortnightDay, 'perPerson' | 'peopleDry'>[],
): DrySpell {
  let best: DrySpell = { days: 0, unknown: 0, from: null, to: null, goesOn: false };
  let run: DrySpell | undefined;
  let unknown = 0;
  row.forEach(({ perPerson, peopleDry }, at) => {
    const day = days[at] ?? null;
    if (perPerson === null) unknown += 1;
    else {
      if (peopleDry === 0) run = undefined;
      else if (run) run = { ...run, days: run.days + 1, unknown: run.unknown + unknown, to: day };
      else run = { days: 1, unknown: 0, from: day, to: day, goesOn: true };
      unknown = 0;
      if (run && run.days >= best.days) best = run;
    }
  });
  return { ...best, goesOn: best.days > 0 && best === run };
}

function meanOf(
  points: readonly Known[],
  floorsOf: (version: string) => Floors,
): { mean: number | null; known: number } {
  const days = points.flatMap((point) => point.days).filter((day) => day !== undefined);
  const { have, got, people } = sumOf(averaged(days, ({ floors }) => floorsOf(floors)));
  return {
    mean: people === 0 ? null : each(have + got, people),
    known: new Set(days.map(({ day }) => day)).size,
  };
}

function sumOf(days: readonly Recorded[]) {
  const sum = { have: 0, got: 0, people: 0 };
  for (const { have, got, people } of days) {
    sum.have += have;
    sum.got += got;
    sum.people += people;
  }
  return sum;
}
