import type { Change } from '@liangbuwu/office/tables/contract.ts';
import { firstMissed } from './fortnight.ts';
import { each } from './gap.ts';
import type { Recorded } from './history.ts';
import type { SinceLine } from './since-sheet.ts';
import type { Floors } from './water.ts';

type Line<K extends SinceLine['kind']> = Extract<SinceLine, { kind: K }>;

/** A change in the history of a row of the desk, the oldest first. */
export interface RowChange extends Pick<Change, 'deed' | 'at' | 'fields'> {
  of: Line<'registered'>['of'];
  id: string;
  name: string;
  by: string;
}

/** How many names a line gives of rows that came or went together. */
const namesTold = 3;

/**
 * What is not as it was on the published day before, the most important first.
 *
 * @param of.today nothing where no plan is in force for the day: then villages are not compared.
 * @param of.changes of the registers since then.
 */
export function sinceLines(of: {
  before: readonly Recorded[];
  today: readonly Recorded[];
  villages: ReadonlyMap<string, string>;
  floorsOf: (version: string) => Floors;
  changes: readonly RowChange[];
}): SinceLine[] {
  const lines: SinceLine[] = [...villageLines(of), ...registerLines(of.changes)];
  return lines
    .map((line, at) => ({ line, at, weight: weightOf(line) }))
    .sort(
      (a, b) =>
        a.weight[0] - b.weight[0] ||
        a.weight[1] - b.weight[1] ||
        b.weight[2] - a.weight[2] ||
        a.at - b.at,
    )
    .map(({ line }) => line);
}

/** By what happened, then by which floor, then by how many litres or rows. What is out of use explains the rest. */
function weightOf(line: SinceLine): [number, number, number] {
  switch (line.kind) {
    case 'village': {
      const litres = Math.abs(line.after - line.before) * line.people;
      if (line.missed) return [1, floors.indexOf(line.missed), line.people];
      if (line.reached) return [3, floors.indexOf(line.reached), line.people];
      return [line.after < line.before ? 2 : 6, 0, litres];
    }
    case 'turned':
      return line.to === 'off' ? [0, line.of === 'source' ? 0 : 1, 0] : [4, 0, 0];
    case 'way':
      return line.to === 'closed' ? [0, 2, 0] : [4, 1, 0];
    case 'registered':
      return [5, line.deed === 'removed' ? 0 : 1, line.count];
  }
}

const floors = ['survival', 'basic', 'full'];

function villageLines(of: Parameters<typeof sinceLines>[0]): Line<'village'>[] {
  const before = Map.groupBy(of.before, ({ area }) => area);
  const today = Map.groupBy(of.today, ({ area }) => area);
  return [...today].flatMap(([area, points]) => {
    const earlier = before.get(area);
    if (!earlier) return [];
    const [was, is] = [standing(earlier, of.floorsOf), standing(points, of.floorsOf)];
    if (was.people === 0 || is.people === 0) return [];
    if (was.perPerson === is.perPerson && was.rank === is.rank) return [];
    const names = is.floors.tiers.map(({ name }) => name);
    return [
      {
        kind: 'village',
        area,
        name: of.villages.get(area) ?? '',
        people: is.people,
        before: was.perPerson,
        after: is.perPerson,
        missed: is.rank < was.rank ? (names[is.rank] ?? null) : null,
        reached: is.rank > was.rank ? (names[is.rank - 1] ?? null) : null,
      } satisfies Line<'village'>,
    ];
  });
}

/** A village's litres a person, and the rank of the first floor that somebody in it misses. */
function standing(points: readonly Recorded[], floorsOf: (version: string) => Floors) {
  const inhabited = points.filter(({ people }) => people > 0);
  const held = floorsOf(points[0]?.floors ?? '');
  const ranks = inhabited.map(
    (point) => firstMissed(point, floorsOf(point.floors))?.rank ?? held.tiers.length,
  );
  const total = (of: 'people' | 'have' | 'got') =>
    points.reduce((sum, point) => sum + point[of], 0);
  return {
    people: total('people'),
    perPerson: each(total('have') + total('got'), total('people')),
    rank: Math.min(held.tiers.length, ...ranks),
    floors: held,
  };
}

function registerLines(changes: readonly RowChange[]): SinceLine[] {
  const rows = [...Map.groupBy(changes, ({ of, id }) => `${of}:${id}`).values()];
  const moved = rows.flatMap((row) => movedLine(row) ?? []);
  return [...together(moved), ...rows.flatMap(turnedLines)];
}

type Moved = { of: RowChange['of']; deed: 'added' | 'removed' } & Pick<
  RowChange,
  'name' | 'at' | 'by'
>;

/** Whether a row came or went, all its changes together: what came and went again is no news. */
function movedLine(row: readonly RowChange[]): Moved | undefined {
  const moves = row.filter(({ deed }) => deed !== 'changed');
  const [first, last] = [moves[0], moves.at(-1)];
  if (!first || !last) return undefined;
  const wasThere = first.deed === 'removed';
  const isThere = last.deed !== 'removed';
  if (wasThere === isThere) return undefined;
  const { of, name, at, by } = last;
  return { of, name, at, by, deed: isThere ? 'added' : 'removed' };
}

/** What one person added to a register, or took off it, is one line. */
function together(moved: readonly Moved[]): Line<'registered'>[] {
  const groups = Map.groupBy(moved, ({ of, deed, by }) => `${of} ${deed} ${by}`);
  return [...groups.values()].flatMap((group) => {
    const last = group.reduce((a, b) => (b.at > a.at ? b : a));
    const { of, deed, at, by } = last;
    const names = group.slice(0, namesTold).map(({ name }) => name);
    return [{ kind: 'registered', of, deed, names, count: group.length, at, by }];
  });
}

/** Turned off or on, a way closed or open again, by what it was before the first change and is after the last. */
function turnedLines(row: readonly RowChange[]): SinceLine[] {
  const last = row.at(-1);
  if (!last || row.findLast(({ deed }) => deed !== 'changed')?.deed === 'removed') return [];
  const { of, id, name } = last;
  if (of === 'shift') return [];
  if (of === 'point') {
    const way = turnOf(row, 'wayClosed', 'wayClosedWhy');
    if (!way || (way.before ?? false) === way.after) return [];
    const { reason, at, by } = way;
    return [{ kind: 'way', id, name, to: way.after ? 'closed' : 'open', reason, at, by }];
  }
  const state = turnOf(row, 'state', 'reason');
  const working = of === 'source' ? 'open' : 'ready';
  if (!state || (state.before ?? working) === state.after) return [];
  const { reason, at, by } = state;
  return [
    { kind: 'turned', of, id, name, to: state.after === working ? 'on' : 'off', reason, at, by },
  ];
}

function turnOf(row: readonly RowChange[], field: string, why: string) {
  const valueIn = ({ fields }: RowChange, of: string) => fields.find((one) => one.field === of);
  const told = row.filter((change) => valueIn(change, field));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return undefined;
  const reason = valueIn(last, why)?.after;
  return {
    before: valueIn(first, field)?.before,
    after: valueIn(last, field)?.after,
    reason: typeof reason === 'string' ? reason : null,
    at: last.at,
    by: last.by,
  };
}
