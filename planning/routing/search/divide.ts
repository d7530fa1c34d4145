import { below, type Random } from './random.ts';
import { type State } from './state.ts';

/** Fields of `State.hot`; written out in each module, since constants of another module are not folded into hot loops. */
const NEXT = 0;
const PLACE = 3;

/**
 * Which of `parts` searches has each vehicle, so that each has a part of the map to itself: routes in the order of how much
 * closer they are to one far end of the map than to the other. The ends are drawn anew each time.
 *
 * @returns part of each vehicle; the same for the same state and random numbers.
 */
export function divide(state: State, parts: number, random: Random): Uint8Array {
  const { model, hot } = state;
  const { N, V, P, cost } = model;
  const part = new Uint8Array(V);
  const one = below(random, N);
  const from = model.place[one] as number;
  let other = one;
  let farthest = -1;
  for (let i = 0; i < 30; i += 1) {
    const c = below(random, N);
    const far = cost[from * P + (model.place[c] as number)] as number;
    if (far > farthest) {
      farthest = far;
      other = c;
    }
  }
  const to = model.place[other] as number;
  const lean = new Float64Array(V);
  const routes: number[] = [];
  const given = new Int32Array(model.types);
  const turn = below(random, parts);
  for (let v = 0; v < V; v += 1) {
    const first = N + 2 * v;
    if (state.clients[v] === 0) {
      const type = model.typeOf[v] as number;
      part[v] = ((given[type] as number) + turn) % parts;
      given[type] = (given[type] as number) + 1;
      continue;
    }
    let sum = 0;
    for (let node = hot[(first << 3) + NEXT] as number; node !== first + 1; ) {
      if (node < N) {
        const place = hot[(node << 3) + PLACE] as number;
        sum += (cost[from * P + place] as number) - (cost[to * P + place] as number);
      }
      node = hot[(node << 3) + NEXT] as number;
    }
    lean[v] = sum / (state.clients[v] as number);
    routes.push(v);
  }
  routes.sort((a, b) => (lean[a] as number) - (lean[b] as number) || a - b);
  const all = N - state.absentCount;
  let before = 0;
  for (const v of routes) {
    const middle = before + (state.clients[v] as number) / 2;
    part[v] = Math.min(parts - 1, Math.floor((middle / all) * parts));
    before += state.clients[v] as number;
  }
  return part;
}
