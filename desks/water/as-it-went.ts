import type { DeliverStop, FillStop, Plan, Stop } from '@liangbuwu/trucking/water-day.ts';

/** What is known of a stop of the plan in force: litres and second of the day; that it did not take place; or nothing. */
export type Happened = { litres: number; at: number } | 'not-brought' | undefined;

/** A delivery that nobody had planned. */
export interface Unplanned {
  shift: string;
  point: string;
  litres: number;
  at: number;
}

export interface Field {
  /** Second of the day that it is. */
  now: number;
  of(shift: string, stop: FillStop | DeliverStop): Happened;
  unplanned: readonly Unplanned[];
}

export interface Went {
  plan: Plan;
  /** Deliveries that were not as planned, in litres. */
  differing: { point: string; planned: number; came: number }[];
}

/**
 * The plan in force as the field says it went: what came short came short, what nobody brought was not brought, what
 * came early or unplanned came. What nobody has spoken of stays as it was planned. From this the next plan goes on.
 */
export function asItWent(plan: Plan, field: Field): Went {
  const differing: Went['differing'] = [];
  const extra = Map.groupBy(field.unplanned, ({ shift }) => shift);
  const routes = plan.routes.map((route) => {
    const stops: Stop[] = [];
    for (const stop of route.stops) {
      if (stop.kind === 'home') {
        stops.push(stop);
        continue;
      }
      const happened = field.of(route.tanker, stop);
      if (stop.kind === 'deliver' && happened !== undefined) {
        const came = happened === 'not-brought' ? 0 : happened.litres;
        if (came !== stop.litres) differing.push({ point: stop.point, planned: stop.litres, came });
      }
      const kept = keep(stop, happened, field.now);
      if (kept) stops.push(kept);
    }
    for (const { point, litres, at } of extra.get(route.tanker) ?? []) {
      differing.push({ point, planned: 0, came: litres });
      const stands = { arrive: at, start: at, finish: at };
      if (litres > 0) stops.push({ kind: 'deliver', point, litres, ...stands });
    }
    return { ...route, stops: loadable(inOrder(stops), loadAt(route.stops, field.now), field.now) };
  });
  return { plan: { ...plan, routes }, differing };
}

function keep(stop: FillStop | DeliverStop, happened: Happened, now: number): Stop | undefined {
  if (happened === undefined) return stop;
  if (happened === 'not-brought' || happened.litres === 0) return undefined;
  const { litres } = happened;
  if (stop.start < now) return { ...stop, litres };
  // It came before its time: it lies behind by now.
  const at = Math.min(happened.at, now - 1);
  return { ...stop, litres, arrive: at, start: at, finish: at };
}

const timeOf = (stop: Stop): number => (stop.kind === 'home' ? stop.at : stop.start);

/** By time; a route begins and ends at home. */
function inOrder(stops: readonly Stop[]): Stop[] {
  const homes = stops.filter(({ kind }) => kind === 'home');
  const [first, last] = [homes[0], homes.at(-1)];
  const between = stops.filter((stop) => stop !== first && stop !== last);
  between.sort((a, b) => timeOf(a) - timeOf(b));
  return [...(first ? [first] : []), ...between, ...(last && last !== first ? [last] : [])];
}

/**
 * The fills put right so that what is left in the tank now is what the plan had reckoned with, or less: water that was
 * not brought may be in the tank still, or was never fetched. Nothing is counted on that nobody has seen.
 */
function loadable(stops: readonly Stop[], reckoned: number, now: number): Stop[] {
  const fixed: Stop[] = [...stops];
  // Where more went out than in, more had been fetched than was written down.
  let load = 0;
  let lastFill = -1;
  for (let i = 0; i < fixed.length; i++) {
    const stop = fixed[i] as Stop;
    if (stop.kind === 'home' || stop.start >= now) continue;
    if (stop.kind === 'fill') {
      lastFill = i;
      load += stop.litres;
      continue;
    }
    load -= stop.litres;
    const fill = fixed[lastFill];
    if (load < 0 && fill?.kind === 'fill') {
      fixed[lastFill] = { ...fill, litres: fill.litres - load };
      load = 0;
    }
    load = Math.max(0, load);
  }
  const fill = fixed[lastFill];
  const over = load - Math.max(0, reckoned);
  if (over <= 0 || fill?.kind !== 'fill') return fixed;
  const left = fill.litres - over;
  if (left > 0) fixed[lastFill] = { ...fill, litres: left };
  else fixed.splice(lastFill, 1);
  return fixed;
}

/** Litres in the tank after the stops that began before an instant, as they are written. */
function loadAt(stops: readonly Stop[], now: number): number {
  return stops.reduce((load, stop) => {
    if (stop.kind === 'home' || stop.start >= now) return load;
    return stop.kind === 'fill' ? load + stop.litres : load - stop.litres;
  }, 0);
}
