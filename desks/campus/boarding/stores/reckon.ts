import type { Standing, StoreEntry, StoreItemFields } from './stores.ts';

const dayLength = 86_400_000;

/** Use of a day by all who are inside; of what is not used up, none. */
export function perDay({ use }: Pick<StoreItemFields, 'use'>, people: number): number {
  if (use.per === 'head') return 0;
  return use.per === 'day' ? use.quantity : use.quantity * people;
}

type Counted = Pick<StoreEntry, 'kind' | 'quantity' | 'at'>;

/** What is there now: the last count, less what was used since, and with what came since. An empty store uses nothing. */
function leftNow(entries: readonly Counted[], rate: number, now: number): number | null {
  const last = entries.findLast(({ kind }) => kind === 'count');
  if (!last) return null;
  let at = Date.parse(last.at);
  let left = last.quantity;
  for (const came of entries.slice(entries.indexOf(last) + 1)) {
    left = Math.max(0, left - (rate * (Date.parse(came.at) - at)) / dayLength) + came.quantity;
    at = Date.parse(came.at);
  }
  return Math.max(0, left - (rate * Math.max(0, now - at)) / dayLength);
}

/**
 * How long an item lasts, reckoned with as many people as are inside now.
 *
 * @param entries those that count, in the order in which they happened
 * @param people null: not known
 */
export function reckon(
  { use, lead, floor, cover }: Pick<StoreItemFields, 'use' | 'lead' | 'floor' | 'cover'>,
  entries: readonly Counted[],
  { people, now, zone }: { people: number | null; now: string; zone: string },
): Standing {
  const count = entries.findLast(({ kind }) => kind === 'count');
  const counted = count ? { quantity: count.quantity, at: count.at } : null;
  const known = use.per === 'day' || people !== null;
  const rate = perDay({ use }, people ?? 0);
  const left = known ? leftNow(entries, rate, Date.parse(now)) : null;
  const nothing = {
    counted,
    now: left === null ? null : floored(left),
    perHead: left === null || !people ? null : left / people,
    daysLeft: null,
    runsOut: null,
    orderBy: null,
    ask: 0,
  };
  if (!known) return { ...nothing, state: 'no-people' };
  if (left === null) return { ...nothing, state: 'uncounted' };
  if (use.per === 'head') {
    const missing = Math.max(0, Math.ceil(use.quantity * (people ?? 0) - floored(left)));
    return { ...nothing, state: missing > 0 ? 'short' : 'enough', ask: missing };
  }
  // Nobody is inside: it lasts.
  if (rate === 0) return { ...nothing, state: 'enough' };
  const daysLeft = left / rate;
  const ends = Temporal.Instant.from(now)
    .toZonedDateTimeISO(zone)
    .add({ seconds: Math.floor(daysLeft * 86_400) })
    .toPlainDate();
  const orderBy = ends.subtract({ days: lead });
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const late = Temporal.PlainDate.compare(orderBy, today) < 0;
  const below = daysLeft < floor;
  return {
    ...nothing,
    daysLeft,
    runsOut: ends.toString(),
    orderBy: orderBy.toString(),
    state: left < 1 ? 'out' : late ? 'late' : below ? 'below' : 'enough',
    ask: Math.max(0, Math.ceil(rate * cover - floored(left))),
  };
}

/** Whole units that are there; what reckoning leaves a hair below one is that one. */
const floored = (left: number): number => Math.floor(left + 1e-6);

/** What nobody counted may be gone already, and of what each should have one somebody goes without now: both stand before what runs out first. */
const urgencyOf = ({ state, daysLeft }: Standing): number => {
  if (state === 'uncounted' || state === 'no-people') return -1;
  return state === 'short' ? 0 : (daysLeft ?? Number.MAX_VALUE);
};

export const byUrgency = (a: Standing, b: Standing): number => urgencyOf(a) - urgencyOf(b);
