/** Who collects together: households in the order in which they come, or people one by one where none are registered. */
export interface Hamlet {
  name: string;
  /** Some of no hamlet come with it: too few for a line of their own. */
  andOthers?: true;
  households: readonly { number: number | null; people: number }[];
}

/** Water that can be drawn at the point between two seconds of the day. */
export interface Supply {
  at: number;
  until: number;
  litres: number;
}

export interface CollectionWindow {
  hamlet: string;
  andOthers?: true;
  /** The first and the last house number that it is for; null where they are not known. */
  numbers: [number, number] | null;
  households: number;
  people: number;
  /** Seconds of the day. */
  from: number;
  to: number;
}

export interface Collection {
  litresPerPerson: number;
  windows: CollectionWindow[];
}

/** Nobody queues longer (Sphere 2018). */
export const longestQueue = 30 * 60;
/** Seconds that are no more than what dividing leaves behind. */
const rounding = 1e-6;
/** Litres a person are said in half litres, so that a bucket can be marked with them. */
const step = 0.5;

interface Draw {
  hamlets: readonly Hamlet[];
  supplies: readonly Supply[];
  /** Litres a second of all taps together. */
  flow: number;
  longest?: number;
}

/**
 * A window for everybody, one after another, within the time and the water that there is.
 *
 * Who comes at a window's beginning and is served last waits as long as the window is: its people × litres ÷ flow. So no
 * window is longer than `longest`, and no two overlap. Everybody gets the same litres: as many, up to `most`, as leave
 * nobody without.
 *
 * @returns undefined where there is nobody, no flow, or not half a litre for each.
 */
export function collectionWindows({
  most,
  ...draw
}: Draw & { most: number }): Collection | undefined {
  const people = draw.hamlets.reduce((sum, hamlet) => sum + headsOf(hamlet), 0);
  const litres = draw.supplies.reduce((sum, supply) => sum + supply.litres, 0);
  if (people === 0 || draw.flow <= 0) return undefined;
  const highest = Math.floor(Math.min(most, litres / people) / step) * step;
  for (let litresPerPerson = highest; litresPerPerson > 0; litresPerPerson -= step) {
    const windows = layOut(draw, litresPerPerson);
    if (windows) return { litresPerPerson, windows };
  }
  return undefined;
}

const headsOf = ({ households }: Hamlet) => households.reduce((sum, { people }) => sum + people, 0);

/** Windows by which everybody gets these litres; undefined where that cannot be. */
function layOut(draw: Draw, each: number): CollectionWindow[] | undefined {
  const { flow, longest = longestQueue } = draw;
  const mostPeople = Math.floor((longest * flow) / each);
  if (mostPeople === 0) return undefined;
  const water = draw.supplies.map((supply) => ({ ...supply, left: supply.litres }));
  const edges = [...new Set(water.flatMap(({ at, until }) => [at, until]))].sort((a, b) => a - b);
  const windows: CollectionWindow[] = [];
  let time = edges[0] ?? 0;
  for (const hamlet of draw.hamlets) {
    const waiting = inPieces(hamlet, mostPeople);
    while (waiting.length > 0) {
      const open = water.filter(({ at, until, left }) => at <= time && time < until && left > 0);
      const until = Math.min(...open.map((supply) => supply.until));
      const there = open.reduce((sum, { left }) => sum + left, 0);
      const served = Math.floor(Math.min(there, (until - time) * flow) / each);
      const batch = take(waiting, Math.min(served, share(waiting, served, mostPeople)));
      if (!batch) {
        const next = edges.find((edge) => edge > time);
        if (next === undefined) return undefined;
        time = next;
        continue;
      }
      const to = time + Math.ceil((batch.people * each) / flow - rounding);
      const { name, andOthers } = hamlet;
      windows.push({ hamlet: name, ...(andOthers && { andOthers }), ...batch, from: time, to });
      drawFrom(open, batch.people * each);
      time = to;
    }
  }
  return windows;
}

type Waiting = { number: number | null; people: number }[];

/** A household that is more than a whole window is served in several. */
function inPieces({ households }: Hamlet, most: number): Waiting {
  return households.flatMap(({ number, people }) => {
    const pieces = Math.ceil(people / most);
    return Array.from({ length: pieces }, (_, at) => ({
      number,
      people: Math.floor((people + at) / pieces),
    }));
  });
}

/** Of those whom the water that is there serves so many that their windows come out alike. */
function share(waiting: Waiting, served: number, most: number): number {
  const left = waiting.reduce((sum, { people }) => sum + people, 0);
  const next = Math.max(1, Math.min(left, served));
  const largest = waiting.reduce((so, { people }) => Math.max(so, people), 0);
  return Math.min(most, Math.ceil(next / Math.ceil(next / most)) + largest - 1);
}

function take(
  waiting: Waiting,
  most: number,
): Pick<CollectionWindow, 'households' | 'people' | 'numbers'> | undefined {
  let [count, people] = [0, 0];
  for (const household of waiting) {
    if (people + household.people > most) break;
    people += household.people;
    count++;
  }
  const [first, last] = [waiting[0]?.number, waiting[count - 1]?.number];
  if (count === 0) return undefined;
  waiting.splice(0, count);
  const known = typeof first === 'number' && typeof last === 'number';
  return { households: count, people, numbers: known ? [first, last] : null };
}

function drawFrom(open: { until: number; left: number }[], litres: number): void {
  let rest = litres;
  for (const supply of open.sort((a, b) => a.until - b.until)) {
    const drawn = Math.min(supply.left, rest);
    supply.left -= drawn;
    rest -= drawn;
  }
}
