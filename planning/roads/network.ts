import type { RoadGraph } from './graph.ts';
import { openBits, type Profile, requireProfile } from './profile.ts';
import { SegmentGrid } from './segment-grid.ts';
import { type RoadClass, roadClasses } from './tags.ts';

/** A graph as one kind of vehicle may drive it. */
export interface Network {
  graph: RoadGraph;
  /** Outgoing arcs of vertex v: indices `first[v]` to `first[v + 1] - 1` into the three below. */
  first: Int32Array;
  head: Int32Array;
  arcSeconds: Float64Array;
  arcMetres: Float64Array;
  /** Per edge: seconds from end to end, and whether it may be driven as drawn (1), against it (2), or both (3). */
  edgeSeconds: Float64Array;
  edgeWays: Uint8Array;
  /** The stretches on which a point may be put. */
  grid: SegmentGrid;
}

const prepared = new WeakMap<RoadGraph, WeakMap<Profile, Network>>();

/** The network of a graph and a profile, made at the first call for the two and kept as long as they are. */
export function networkOf(graph: RoadGraph, profile: Profile): Network {
  let byProfile = prepared.get(graph);
  if (!byProfile) {
    byProfile = new WeakMap();
    prepared.set(graph, byProfile);
  }
  let network = byProfile.get(profile);
  if (!network) {
    network = prepare(graph, profile);
    byProfile.set(profile, network);
  }
  return network;
}

function prepare(graph: RoadGraph, profile: Profile): Network {
  requireProfile(profile);
  const edges = graph.from.length;
  const vertices = graph.vertexLon.length;
  const { edgeSeconds, edgeWays } = driveable(graph, profile);
  const first = new Int32Array(vertices + 1);
  for (let e = 0; e < edges; e++) {
    const ways = edgeWays[e] as number;
    if (ways & 1) count(first, (graph.from[e] as number) + 1);
    if (ways & 2) count(first, (graph.to[e] as number) + 1);
  }
  for (let v = 0; v < vertices; v++) first[v + 1] = (first[v + 1] as number) + (first[v] as number);
  const arcs = first[vertices] as number;
  const head = new Int32Array(arcs);
  const arcSeconds = new Float64Array(arcs);
  const arcMetres = new Float64Array(arcs);
  const next = first.slice(0, vertices);
  const put = (from: number, to: number, e: number) => {
    const arc = count(next, from);
    head[arc] = to;
    arcSeconds[arc] = edgeSeconds[e] as number;
    arcMetres[arc] = graph.metres[e] as number;
  };
  for (let e = 0; e < edges; e++) {
    const ways = edgeWays[e] as number;
    const [from, to] = [graph.from[e] as number, graph.to[e] as number];
    if (ways & 1) put(from, to, e);
    if (ways & 2) put(to, from, e);
  }
  const grid = new SegmentGrid(graph, snappable(graph, edgeWays));
  return { graph, first, head, arcSeconds, arcMetres, edgeSeconds, edgeWays, grid };
}

function driveable(graph: RoadGraph, profile: Profile) {
  const edges = graph.from.length;
  const bits = openBits(profile.vehicle);
  const tonnes = Math.fround(profile.tonnes);
  const edgeSeconds = new Float64Array(edges).fill(Number.POSITIVE_INFINITY);
  const edgeWays = new Uint8Array(edges);
  for (let e = 0; e < edges; e++) {
    const usual = profile.kilometresPerHour[roadClasses[graph.roadClass[e] as number] as RoadClass];
    const limit = graph.kilometresPerHour[e] as number;
    const speed = limit > 0 && limit < usual ? limit : usual;
    const bears = graph.tonnes[e] as number;
    if (speed <= 0 || (bears > 0 && tonnes > bears)) continue;
    const open = graph.open[e] as number;
    edgeWays[e] = (open & bits.forward ? 1 : 0) | (open & bits.backward ? 2 : 0);
    if (edgeWays[e]) edgeSeconds[e] = (graph.metres[e] as number) / (speed / 3.6);
  }
  return { edgeSeconds, edgeWays };
}

const motorways = new Set([roadClasses.indexOf('motorway'), roadClasses.indexOf('motorway_link')]);

/**
 * Where a vehicle can turn in from beside the road: not on a motorway, and not on a network of its own with less
 * than a thousandth of all edges, such as a yard that the map joins to nothing.
 */
function snappable(graph: RoadGraph, edgeWays: Uint8Array): Uint8Array {
  const edges = graph.from.length;
  const root = components(graph, edgeWays);
  const rootOf = (e: number) => root[graph.from[e] as number] as number;
  const size = new Int32Array(graph.vertexLon.length);
  let used = 0;
  for (let e = 0; e < edges; e++) {
    if (edgeWays[e] === 0) continue;
    count(size, rootOf(e));
    used++;
  }
  const least = Math.floor(used / 1000);
  const allowed = new Uint8Array(edges);
  for (let e = 0; e < edges; e++) {
    const wanted = edgeWays[e] !== 0 && (size[rootOf(e)] as number) >= least;
    if (wanted && !motorways.has(graph.roadClass[e] as number)) allowed[e] = 1;
  }
  return allowed;
}

/** For each vertex one that stands for all it is joined to, one-way streets counted as both ways. */
function components(graph: RoadGraph, edgeWays: Uint8Array): Int32Array {
  const root = Int32Array.from({ length: graph.vertexLon.length }, (_, v) => v);
  const find = (v: number) => {
    while (root[v] !== v) {
      const above = root[v] as number;
      root[v] = root[above] as number;
      v = above;
    }
    return v;
  };
  for (let e = 0; e < graph.from.length; e++) {
    if (edgeWays[e]) root[find(graph.from[e] as number)] = find(graph.to[e] as number);
  }
  for (let v = 0; v < root.length; v++) root[v] = find(v);
  return root;
}

/** Counts one more at an index; returns what was there. */
function count(counts: Int32Array, index: number): number {
  const before = counts[index] as number;
  counts[index] = before + 1;
  return before;
}
