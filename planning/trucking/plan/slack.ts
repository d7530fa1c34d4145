import type { Board, Route } from './board.ts';
import { serviceSeconds } from './timing.ts';

/** What room a settled route leaves, position by position; position i is before stop i, [count] before home. */
export interface Slack {
  /** Latest arrival at stop i (or home) that the rest of the route bears, bays and village tanks aside. */
  latest: Int32Array;
  /** Litres that the trip around position i could still carry. */
  room: Float64Array;
  /** Source node of that trip's fill, -1: what the tanker came with. */
  feed: Int32Array;
}

export function newSlack(): Slack {
  return {
    latest: new Int32Array(520),
    room: new Float64Array(520),
    feed: new Int32Array(520),
  };
}

export function slackOf(board: Board, r: number, slack: Slack): Slack {
  const route = board.routes[r] as Route;
  if (route.count + 2 > slack.latest.length) {
    slack.latest = new Int32Array(route.count * 2);
    slack.room = new Float64Array(route.count * 2);
    slack.feed = new Int32Array(route.count * 2);
  }
  measureLatest(board, r, route, slack);
  measureRoom(board, r, route, slack);
  return slack;
}

function measureLatest(board: Board, r: number, route: Route, slack: Slack): void {
  const { day } = board;
  const { V, drive } = day;
  const { latest } = slack;
  const n = route.count;
  let next = day.home[r] as number;
  let bound = day.until[r] as number;
  latest[n] = bound;
  for (let i = n - 1; i >= 0; i -= 1) {
    const node = route.node[i] as number;
    const service = serviceSeconds(day, node, route.litres[i] as number);
    bound -= (drive[node * V + next] as number) + (route.rest[i + 1] as number) + service;
    let best = route.start[i] as number;
    const end = day.windowAt[node + 1] as number;
    for (let w = day.windowAt[node] as number; w < end; w += 1) {
      const last = (day.windowTo[w] as number) - service;
      const start = bound < last ? bound : last;
      if (start >= (day.windowFrom[w] as number) && start > best) best = start;
    }
    bound = best;
    latest[i] = bound;
    next = node;
  }
}

function measureRoom(board: Board, r: number, route: Route, slack: Slack): void {
  const { day } = board;
  const size = day.size[r] as number;
  const { room, feed } = slack;
  let load = day.resume.tankers[r]?.load ?? 0;
  let at = 0;
  const n = route.count;
  while (at <= n) {
    const source = at < n && (route.node[at] as number) < day.S ? (route.node[at] as number) : -1;
    let to = source < 0 ? at : at + 1;
    let out = 0;
    while (to < n && (route.node[to] as number) >= day.S) {
      out += route.litres[to] as number;
      to += 1;
    }
    let left = load - out;
    if (source >= 0) {
      const more = (day.limit[source] as number) - (board.used[source] as number);
      left = size - out < more ? size - out : more;
      load = 0;
    } else load = left;
    for (let i = source < 0 ? at : at + 1; i <= to; i += 1) {
      room[i] = left > 0 ? left : 0;
      feed[i] = source;
    }
    if (to === at) break;
    at = to;
    if (to === n) break;
  }
}
