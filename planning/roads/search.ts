import type { Network } from './network.ts';
import type { Snap } from './segment-grid.ts';

/**
 * One-to-many shortest ways by driving time: Dijkstra's algorithm with a binary heap of (seconds, vertex) pairs, older
 * entries of a vertex being skipped rather than moved. One object serves many searches on its network.
 */
export class Search {
  private readonly network: Network;
  private readonly seconds: Float64Array;
  private readonly metres: Float64Array;
  /** The number of the search that wrote a vertex's figures, and the one that settled it. */
  private readonly reached: Uint32Array;
  private readonly settled: Uint32Array;
  private readonly wanted: Uint32Array;
  private round = 0;
  private readonly heapKey: Float64Array;
  private readonly heapVertex: Int32Array;
  private size = 0;

  constructor(network: Network) {
    const vertices = network.first.length - 1;
    this.network = network;
    this.seconds = new Float64Array(vertices);
    this.metres = new Float64Array(vertices);
    this.reached = new Uint32Array(vertices);
    this.settled = new Uint32Array(vertices);
    this.wanted = new Uint32Array(vertices);
    // Every arc is pushed at most once, and a start pushes at most two vertices.
    this.heapKey = new Float64Array(network.head.length + 2);
    this.heapVertex = new Int32Array(network.head.length + 2);
  }

  /**
   * Seconds and metres along the quickest way from one point on the roads to each of others, without the way from the
   * point to the road; `Infinity` where there is none.
   */
  run(
    source: Snap,
    targets: readonly (Snap | undefined)[],
    seconds: Float64Array,
    metres: Float64Array,
  ): void {
    this.round++;
    this.size = 0;
    this.explore(source, this.markTargets(targets));
    for (let i = 0; i < targets.length; i++) {
      seconds[i] = Number.POSITIVE_INFINITY;
      metres[i] = Number.POSITIVE_INFINITY;
      const target = targets[i];
      if (target) this.arrive(source, target, i, seconds, metres);
    }
  }

  /** Marks the vertices from which a target is entered, and counts them. */
  private markTargets(targets: readonly (Snap | undefined)[]): number {
    const { graph } = this.network;
    let count = 0;
    for (const target of targets) {
      if (!target) continue;
      const ends =
        target.vertex >= 0
          ? [target.vertex]
          : [graph.from[target.edge] as number, graph.to[target.edge] as number];
      for (const vertex of ends) {
        if (this.wanted[vertex] === this.round) continue;
        this.wanted[vertex] = this.round;
        count++;
      }
    }
    return count;
  }

  private explore(source: Snap, wanted: number): void {
    const { graph, first, head, arcSeconds, arcMetres, edgeSeconds, edgeWays } = this.network;
    if (source.vertex >= 0) {
      this.reach(source.vertex, 0, 0);
    } else {
      const e = source.edge;
      const ways = edgeWays[e] as number;
      const [s, m] = [edgeSeconds[e] as number, graph.metres[e] as number];
      const rest = 1 - source.fraction;
      if (ways & 1) this.reach(graph.to[e] as number, rest * s, rest * m);
      if (ways & 2) {
        this.reach(graph.from[e] as number, source.fraction * s, source.fraction * m);
      }
    }
    while (this.size > 0 && wanted > 0) {
      const vertex = this.pop();
      if (this.settled[vertex] === this.round) continue;
      this.settled[vertex] = this.round;
      if (this.wanted[vertex] === this.round) wanted--;
      const s = this.seconds[vertex] as number;
      const m = this.metres[vertex] as number;
      const end = first[vertex + 1] as number;
      for (let arc = first[vertex] as number; arc < end; arc++) {
        this.reach(
          head[arc] as number,
          s + (arcSeconds[arc] as number),
          m + (arcMetres[arc] as number),
        );
      }
    }
  }

  private reach(vertex: number, seconds: number, metres: number): void {
    if (this.reached[vertex] === this.round && (this.seconds[vertex] as number) <= seconds) return;
    this.reached[vertex] = this.round;
    this.seconds[vertex] = seconds;
    this.metres[vertex] = metres;
    this.push(seconds, vertex);
  }

  /** The last stretch into a target, from either end of its edge or along the edge that both stand on. */
  private arrive(
    source: Snap,
    target: Snap,
    i: number,
    seconds: Float64Array,
    metres: Float64Array,
  ): void {
    const { graph, edgeSeconds, edgeWays } = this.network;
    const take = (s: number, m: number) => {
      if (s < (seconds[i] as number)) {
        seconds[i] = s;
        metres[i] = m;
      }
    };
    const e = target.edge;
    const ways = edgeWays[e] as number;
    const [s, m] = [edgeSeconds[e] as number, graph.metres[e] as number];
    const from = (vertex: number, share: number) => {
      if (this.settled[vertex] !== this.round) return;
      take(
        (this.seconds[vertex] as number) + share * s,
        (this.metres[vertex] as number) + share * m,
      );
    };
    if (target.vertex >= 0) {
      from(target.vertex, 0);
      return;
    }
    if (ways & 1) from(graph.from[e] as number, target.fraction);
    if (ways & 2) from(graph.to[e] as number, 1 - target.fraction);
    if (source.vertex >= 0 || source.edge !== e) return;
    const share = target.fraction - source.fraction;
    if ((share >= 0 && ways & 1) || (share <= 0 && ways & 2)) {
      take(Math.abs(share) * s, Math.abs(share) * m);
    }
  }

  private push(key: number, vertex: number): void {
    const { heapKey, heapVertex } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heapKey[parent] as number;
      if (above <= key) break;
      heapKey[i] = above;
      heapVertex[i] = heapVertex[parent] as number;
      i = parent;
    }
    heapKey[i] = key;
    heapVertex[i] = vertex;
  }

  private pop(): number {
    const { heapKey, heapVertex } = this;
    const top = heapVertex[0] as number;
    const size = --this.size;
    const key = heapKey[size] as number;
    const vertex = heapVertex[size] as number;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      let least = heapKey[child] as number;
      const other = heapKey[child + 1] as number;
      if (child + 1 < size && other < least) {
        child++;
        least = other;
      }
      if (least >= key) break;
      heapKey[i] = least;
      heapVertex[i] = heapVertex[child] as number;
      i = child;
    }
    heapKey[i] = key;
    heapVertex[i] = vertex;
    return top;
  }
}
