import type { Need } from '@liangbuwu/office/commitments/contract.ts';
import type { GapSheet, PointGap } from '../../gap.ts';
import { floorsFor, isOfPeople } from '../../kinds.ts';
import { findPointOf } from '../../promised.ts';
import type { TankerDay } from '../../schedule.ts';
import type { PointKind } from '../../water.ts';
import { shortName, villageNames } from './names.ts';

export type Delivery = {
  id: string;
  point: string;
  /** What the village calls the point. */
  place: string;
  /** Seconds of the day. */
  from: number;
  to: number;
  litres: number;
  tanker: string;
};

/** A delivery before it is known whose it is. */
export type Planned = Omit<Delivery, 'place'> & { withdrawn: boolean };

/** Points of a kind that miss the same floor for the same reason. */
export type Shortage = {
  because: string;
  kind: PointKind;
  /** The rank of the floor, the most urgent is 0. */
  tier: number;
  litresPerPerson: number;
  missing: number;
  places: string[];
};

export type PointDay = Pick<PointGap, 'id' | 'kind' | 'people' | 'perPerson'> & { place: string };

/** All that a village is told about its day. */
export type VillageDay = {
  area: string;
  /** Told apart from others of the same name. */
  called: string;
  people: number;
  /** Whom litres a person are of. */
  kind: PointKind;
  perPerson: number;
  /** Of all deliveries. */
  litres: number;
  points: PointDay[];
  /** In order of time; what is withdrawn is not among them. */
  deliveries: Delivery[];
  /** What was promised, is still ahead by the clock and does not come any more. */
  cancelled: Delivery[];
  shortages: Shortage[];
};

/** The published deliveries: promises, those taken back included. */
export function promised(needs: readonly Need[], secondOf: (instant: string) => number): Planned[] {
  return needs.flatMap((need) => {
    const point = findPointOf(need);
    if (point === undefined) return [];
    return need.promises.map(({ id, quantity, dueFrom, dueTo, giverName, state }) => ({
      id,
      point,
      from: secondOf(dueFrom),
      to: secondOf(dueTo),
      litres: quantity,
      tanker: giverName,
      withdrawn: state === 'withdrawn',
    }));
  });
}

/** A plan's deliveries, published or not. */
export function planned(
  schedule: readonly TankerDay[],
  tankerName: (id: string) => string,
): Planned[] {
  return schedule.flatMap(({ tanker, shift, stretches }) =>
    stretches.flatMap(({ kind, at, from, to, litres }, index) =>
      kind === 'deliver' && at !== null
        ? [
            {
              id: `${shift}:${index}`,
              point: at,
              from,
              to,
              litres: litres ?? 0,
              tanker: tankerName(tanker),
              withdrawn: false,
            },
          ]
        : [],
    ),
  );
}

const byName = new Intl.Collator('zh-CN', { numeric: true });
const byTime = (a: Delivery, b: Delivery) => a.from - b.from || a.to - b.to;

/** Every village's day, in the order of the sheet: the driest first. */
export function villageDays(
  sheet: GapSheet,
  deliveries: readonly Planned[],
  now: number,
): VillageDay[] {
  const names = villageNames(sheet.villages);
  return sheet.villages.map((village): VillageDay => {
    const places = new Map(
      village.points.map(({ id, name }) => [id, shortName(name, village.name)]),
    );
    const own = deliveries.flatMap(({ withdrawn, ...delivery }) => {
      const place = places.get(delivery.point);
      return place === undefined ? [] : [{ withdrawn, delivery: { ...delivery, place } }];
    });
    const of = (gone: boolean) =>
      own.flatMap(({ withdrawn, delivery }) => (withdrawn === gone ? [delivery] : [])).sort(byTime);
    const stand = of(false);
    return {
      area: village.area,
      called: names.get(village.area) ?? village.name,
      people: village.people,
      kind: village.kind,
      perPerson: village.perPerson,
      litres: stand.reduce((sum, { litres }) => sum + litres, 0),
      points: village.points
        .map(({ id, kind, people, perPerson }) => ({
          id,
          kind,
          people,
          perPerson,
          place: places.get(id) ?? '',
        }))
        .sort((a, b) => byName.compare(a.place, b.place)),
      deliveries: stand,
      cancelled: cancelled(of(true), stand, now),
      shortages: shortages(sheet, village.points, places),
    };
  });
}

/** Moved by less than this it comes all the same. */
const moved = 1800;

function cancelled(gone: readonly Delivery[], stand: readonly Delivery[], now: number): Delivery[] {
  return gone.filter(
    (one, at) =>
      one.to > now &&
      !stand.some(({ point, from }) => point === one.point && Math.abs(from - one.from) < moved) &&
      // Promised anew and taken back again, it is told once.
      gone.findIndex(
        ({ point, from }) => point === one.point && Math.abs(from - one.from) < moved,
      ) === at,
  );
}

function shortages(
  { floors }: GapSheet,
  points: readonly PointGap[],
  places: ReadonlyMap<string, string>,
): Shortage[] {
  const found = new Map<string, Shortage>();
  for (const { id, kind, short } of points) {
    if (!short) continue;
    const key = `${short.tier} ${short.because} ${kind}`;
    const { tiers } = floorsFor(kind, floors);
    const tier = tiers.findIndex(({ name }) => name === short.tier);
    const shortage = found.get(key) ?? {
      because: short.because,
      kind,
      tier,
      litresPerPerson: tiers[tier]?.litresPerPerson ?? 0,
      missing: 0,
      places: [],
    };
    shortage.missing += short.litres;
    shortage.places.push(places.get(id) ?? '');
    found.set(key, shortage);
  }
  for (const { places: named } of found.values()) named.sort(byName.compare);
  return [...found.values()].sort(
    (a, b) => a.tier - b.tier || Number(isOfPeople(b.kind)) - Number(isOfPeople(a.kind)),
  );
}

/** What is still to come by the clock, and what has had its time. */
export function split(deliveries: readonly Delivery[], now: number) {
  return {
    ahead: deliveries.filter(({ to }) => to > now),
    past: deliveries.filter(({ to }) => to <= now),
  };
}

/** Deliveries to one place that follow each other closely, as people remember them. */
export type Span = { place: string; from: number; to: number; litres: number; count: number };

/** Later than this it is another time to come: nobody waits that long at an empty point. */
const apart = 1800;

/** By place, in the order in which each is first reached. */
export function spansOf(deliveries: readonly Delivery[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { place, from, to, litres } of [...deliveries].sort(byTime)) {
    const own = spans.get(place) ?? [];
    spans.set(place, own);
    const last = own.at(-1);
    if (!last || from - last.to > apart) own.push({ place, from, to, litres, count: 1 });
    else {
      last.to = Math.max(last.to, to);
      last.litres += litres;
      last.count += 1;
    }
  }
  return spans;
}
