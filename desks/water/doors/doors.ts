/** Why the register took a household off, or that nobody said why. */
export type Gone = 'died' | 'moved' | 'doubled' | 'mistake' | 'unsaid';

/** A household as the register and its requests have it. */
export interface Listed {
  household: string;
  label: string;
  /** House numbers as they are counted: 2 before 10. */
  order: string;
  area: string;
  point: { id: string; name: string } | null;
  people: number;
  aloneElderly: boolean;
  cannotCome: boolean;
  /** Taken off the register. */
  gone: Gone | null;
  /** The same for house numbers that are one, however they are written. */
  key: string;
  /** Days running on which nobody was at home, and the visit of the latest. */
  away: { days: number; visit: string | null };
  /** Water to the door that was asked for and not brought yet. */
  request: { id: string; number: string; litres: number | null } | null;
}

/** Who is brought water today. */
export interface Door {
  household: string;
  label: string;
  order: string;
  point: { id: string; name: string };
  people: number;
  aloneElderly: boolean;
  litres: number;
  /** What makes it a door: the register, a request, or both. */
  cannotCome: boolean;
  request: { id: string; number: string } | null;
}

export type Doubt = 'gone' | 'doubled' | 'nobody' | 'never-home' | 'no-point';

/** Who would be brought water, were there not something to find out first. */
export interface ToCheck {
  household: string;
  label: string;
  area: string;
  why: Doubt;
  gone: Gone | null;
  /** Of which other it is a double. */
  double: string | null;
  away: Listed['away'];
  request: string | null;
}

/** Nobody at home on so many days running: somebody asks whether they have moved. */
export const awayTooOften = 3;

/**
 * Doors of a day in the order of points and house numbers, and apart from them whoever is to be checked first.
 * Litres are people × `litresPerPerson`, or what was asked for where that is more. Of doubles the first is brought
 * water, so that nobody goes without while somebody finds out.
 */
export function doorsToday(
  listed: readonly Listed[],
  litresPerPerson: number,
): { doors: Door[]; toCheck: ToCheck[] } {
  const doors: Door[] = [];
  const toCheck: ToCheck[] = [];
  const firsts = new Map<string, string>();
  for (const one of listed) {
    if (one.request === null && (!one.cannotCome || one.gone !== null)) continue;
    const { household, label, order, area, point, people, aloneElderly, cannotCome } = one;
    const key = `${area} ${one.key}`;
    const double = one.gone === null ? (firsts.get(key) ?? null) : null;
    const why = doubtOf(one, double);
    if (why !== undefined || point === null) {
      const { gone, away } = one;
      const request = one.request?.number ?? null;
      toCheck.push({ household, label, area, why: why ?? 'no-point', gone, double, away, request });
      continue;
    }
    firsts.set(key, label);
    const request = one.request && { id: one.request.id, number: one.request.number };
    const litres = Math.max(Math.ceil(people * litresPerPerson), one.request?.litres ?? 0);
    doors.push({
      household,
      label,
      order,
      point,
      people,
      aloneElderly,
      litres,
      cannotCome,
      request,
    });
  }
  return { doors: doors.sort(byHouse), toCheck };
}

function doubtOf({ gone, people, away, point }: Listed, double: string | null): Doubt | undefined {
  if (gone !== null) return 'gone';
  if (double !== null) return 'doubled';
  if (people === 0) return 'nobody';
  if (away.days >= awayTooOften) return 'never-home';
  return point === null ? 'no-point' : undefined;
}

const counted = new Intl.Collator('zh', { numeric: true });

/** Where houses have no positions, house numbers are the nearest to a way. */
function byHouse(one: Door, other: Door): number {
  return (
    counted.compare(one.point.name, other.point.name) ||
    compare(one.point.id, other.point.id) ||
    compare(one.order, other.order) ||
    compare(one.household, other.household)
  );
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
