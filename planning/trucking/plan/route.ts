/** The new stops of one tanker, homes left out, with their times. */
export interface Route {
  count: number;
  node: Int32Array;
  litres: Int32Array;
  /** Does not start before this, however early it could: a stop that is to stay as it was planned. */
  hold: Int32Array;
  arrive: Int32Array;
  start: Int32Array;
  finish: Int32Array;
  /** Seconds of rest that the leg to this stop had to hold; [count] is the way home. */
  rest: Int32Array;
  /** Leaves home (a tanker that has not left yet). */
  leave: number;
  /** Back home; -1: stays where it is. */
  back: number;
  metres: number;
  changed: number;
}

/** No route is lengthened past this; more than a driver does in a day by an order of magnitude. */
const MOST_STOPS = 500;
const STOPS = MOST_STOPS + 12;

export function newRoute(size = STOPS): Route {
  return {
    count: 0,
    node: new Int32Array(size),
    litres: new Int32Array(size),
    hold: new Int32Array(size),
    arrive: new Int32Array(size),
    start: new Int32Array(size),
    finish: new Int32Array(size),
    rest: new Int32Array(size + 1),
    leave: 0,
    back: -1,
    metres: 0,
    changed: 0,
  };
}

/** Whether a route may have this many stops more. */
export function roomy(route: Route, more: number): boolean {
  return route.count + more <= MOST_STOPS;
}

export function copyRoute(from: Route, to: Route): void {
  const n = from.count;
  if (n + 2 >= to.node.length) growRoute(to, n * 2 + 4);
  to.count = n;
  for (let i = 0; i < n; i += 1) {
    to.node[i] = from.node[i] as number;
    to.litres[i] = from.litres[i] as number;
    to.hold[i] = from.hold[i] as number;
    to.arrive[i] = from.arrive[i] as number;
    to.start[i] = from.start[i] as number;
    to.finish[i] = from.finish[i] as number;
    to.rest[i] = from.rest[i] as number;
  }
  to.rest[n] = from.rest[n] as number;
  to.leave = from.leave;
  to.back = from.back;
  to.metres = from.metres;
  to.changed = from.changed;
}

function growRoute(route: Route, size: number): void {
  const bigger = newRoute(size);
  for (const key of ['node', 'litres', 'hold', 'arrive', 'start', 'finish', 'rest'] as const) {
    bigger[key].set(route[key]);
    route[key] = bigger[key];
  }
}

export function insertStop(route: Route, i: number, node: number, litres: number, hold = 0): void {
  for (let j = route.count; j > i; j -= 1) {
    route.node[j] = route.node[j - 1] as number;
    route.litres[j] = route.litres[j - 1] as number;
    route.hold[j] = route.hold[j - 1] as number;
  }
  route.node[i] = node;
  route.litres[i] = litres;
  route.hold[i] = hold;
  route.count += 1;
}

export function removeStops(route: Route, i: number, count: number): void {
  route.node.copyWithin(i, i + count, route.count);
  route.litres.copyWithin(i, i + count, route.count);
  route.hold.copyWithin(i, i + count, route.count);
  route.count -= count;
}
