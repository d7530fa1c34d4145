import { buildGraph, type RoadGraph, type Way } from '@liangbuwu/roads/graph.ts';
import type { Position } from '@liangbuwu/roads/sphere.ts';
import { readRoad } from '@liangbuwu/roads/tags.ts';
import { refuse } from '../../http/refusal.ts';
import { type OsmThing, readOsm } from './osm-file.ts';
import { noRoads } from './refusals.ts';

/** The tags that say how a road may be driven. */
const wayTags = [
  'highway',
  'area',
  'access',
  'vehicle',
  'motor_vehicle',
  'motorcar',
  'hgv',
  'oneway',
  'junction',
  'maxspeed',
  'maxweight',
  'maxweightrating',
  'maxweightrating:hgv',
];

export interface ReadOptions {
  /** Degrees, WGS-84; a road with no point inside is left out. */
  bounds?: { west: number; south: number; east: number; north: number } | undefined;
  signal?: AbortSignal | undefined;
  onProgress?:
    | ((progress: { stage: 'ways' | 'nodes' | 'graph'; share: number }) => void)
    | undefined;
}

/** The roads of an .osm.pbf file as a graph. The file is read twice: its nodes come before the ways that need them. */
export async function readRoads(file: string, options: ReadOptions = {}): Promise<RoadGraph> {
  const { bounds, signal, onProgress } = options;
  const roads: Way[] = [];
  const read = (stage: 'ways' | 'nodes') =>
    readOsm(file, { wayTags, signal, onRead: (share) => onProgress?.({ stage, share }) });
  for await (const block of read('ways')) for (const thing of block) keepRoad(thing, roads);
  const nodes = new NodeTable(roads);
  for await (const block of read('nodes')) {
    for (const thing of block) if (thing.type === 'node') nodes.set(thing);
  }
  onProgress?.({ stage: 'graph', share: 0 });
  const kept = bounds ? roads.filter((road) => touches(road, nodes, bounds)) : roads;
  const graph = buildGraph(kept, nodes);
  if (graph.from.length === 0) throw refuse(noRoads, undefined);
  onProgress?.({ stage: 'graph', share: 1 });
  return graph;
}

function keepRoad(thing: OsmThing, roads: Way[]): void {
  if (thing.type !== 'way' || !thing.tags || !readRoad(thing.tags)) return;
  roads.push({ refs: Float64Array.from(thing.refs), tags: thing.tags });
}

function touches(road: Way, nodes: NodeTable, bounds: NonNullable<ReadOptions['bounds']>): boolean {
  for (let i = 0; i < road.refs.length; i++) {
    const at = nodes.get(road.refs[i] as number);
    const inside =
      at &&
      at.lon >= bounds.west &&
      at.lon <= bounds.east &&
      at.lat >= bounds.south &&
      at.lat <= bounds.north;
    if (inside) return true;
  }
  return false;
}

/** The positions of the nodes that roads need, packed: a province has millions. */
class NodeTable {
  private readonly ids: Float64Array;
  private readonly lons: Float64Array;
  private readonly lats: Float64Array;

  constructor(roads: readonly Way[]) {
    const all = new Float64Array(roads.reduce((sum, road) => sum + road.refs.length, 0));
    let next = 0;
    for (const { refs } of roads) {
      all.set(refs, next);
      next += refs.length;
    }
    all.sort();
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      if (i === 0 || all[i] !== all[i - 1]) all[count++] = all[i] as number;
    }
    this.ids = all.slice(0, count);
    this.lons = new Float64Array(count).fill(Number.NaN);
    this.lats = new Float64Array(count);
  }

  set(node: { id: number; lon: number; lat: number }): void {
    const at = this.find(node.id);
    if (at < 0 || Math.abs(node.lon) > 180 || Math.abs(node.lat) > 90) return;
    this.lons[at] = node.lon;
    this.lats[at] = node.lat;
  }

  get(id: number): Position | undefined {
    const at = this.find(id);
    const lon = at < 0 ? Number.NaN : (this.lons[at] as number);
    return Number.isNaN(lon) ? undefined : { lon, lat: this.lats[at] as number };
  }

  private find(id: number): number {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.ids[middle] as number;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
