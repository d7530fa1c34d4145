import { type RoadGraph, unitsPerDegree } from './graph.ts';
import { greatCircleMetres, metresPerDegree, type Position } from './sphere.ts';

/** A point put onto the nearest road. */
export interface Snap {
  edge: number;
  /** How far along the edge, 0 at its `from` and 1 at its `to`. */
  fraction: number;
  /** The vertex where the point stands on one (within a metre of it), else -1. */
  vertex: number;
  /** From the point to the road, in metres. */
  metres: number;
  lon: number;
  lat: number;
}

/** Within this many metres of a junction a point stands on it, and may leave it by every road. */
const atVertexMetres = 1;
const largestGrid = 4_000_000;

/**
 * A grid over the straight segments of some edges, to find the one nearest to a point. Around a point the earth is
 * taken as flat, which is exact enough for the few kilometres of a snap. Nothing crosses the 180th meridian.
 */
export class SegmentGrid {
  private readonly graph: RoadGraph;
  private readonly west: number = 0;
  private readonly south: number = 0;
  private readonly cell: number = 1;
  private readonly columns: number = 0;
  private readonly rows: number = 0;
  /** Segments by cell, as offsets and a list. */
  private readonly start: Int32Array;
  private readonly list: Int32Array;
  private readonly edgeOf: Int32Array;

  constructor(graph: RoadGraph, edges: Uint8Array) {
    this.graph = graph;
    const segments = graph.shapeLon.length + graph.from.length;
    this.edgeOf = new Int32Array(segments);
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    let used = 0;
    for (let e = 0; e < graph.from.length; e++) {
      const points = this.pointsOf(e);
      const first = this.segment(e, 0);
      this.edgeOf.fill(e, first, first + points - 1);
      if (!edges[e]) continue;
      used += points - 1;
      for (let p = 0; p < points; p++) {
        west = Math.min(west, this.lon(e, p));
        east = Math.max(east, this.lon(e, p));
        south = Math.min(south, this.lat(e, p));
        north = Math.max(north, this.lat(e, p));
      }
    }
    if (used === 0) {
      this.start = new Int32Array(1);
      this.list = new Int32Array(0);
      return;
    }
    const cells = Math.min(largestGrid, Math.max(16, used));
    // At least 1e-6 degrees, so that a map of one point has a grid too.
    this.cell = Math.max(
      1e-6,
      Math.sqrt((east - west) * (north - south)) / Math.sqrt(cells),
      Math.max(east - west, north - south) / cells,
    );
    this.west = west;
    this.south = south;
    this.columns = Math.floor((east - west) / this.cell) + 1;
    this.rows = Math.floor((north - south) / this.cell) + 1;
    this.start = new Int32Array(this.columns * this.rows + 1);
    this.eachCell(edges, (index) => {
      this.start[index + 1] = this.startOf(index + 1) + 1;
    });
    for (let i = 1; i < this.start.length; i++)
      this.start[i] = this.startOf(i) + this.startOf(i - 1);
    this.list = new Int32Array(this.startOf(this.start.length - 1));
    const next = this.start.slice(0, -1);
    this.eachCell(edges, (index, segment) => {
      const place = next[index] as number;
      this.list[place] = segment;
      next[index] = place + 1;
    });
  }

  /** The nearest place on a road within `limit` metres; of two equally near the one that was mapped first. */
  find(point: Position, limit: number): Snap | undefined {
    if (this.columns === 0) return undefined;
    const perLon = metresPerDegree * Math.max(0.01, Math.cos((point.lat * Math.PI) / 180));
    const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.floor(value)));
    const reachLon = Math.min(360, limit / perLon);
    const reachLat = Math.min(180, limit / metresPerDegree);
    const x0 = (point.lon - reachLon - this.west) / this.cell;
    const x1 = (point.lon + reachLon - this.west) / this.cell;
    const y0 = (point.lat - reachLat - this.south) / this.cell;
    const y1 = (point.lat + reachLat - this.south) / this.cell;
    if (x1 < 0 || y1 < 0 || x0 >= this.columns || y0 >= this.rows) return undefined;
    const eastmost = clamp(x1, this.columns - 1);
    const northmost = clamp(y1, this.rows - 1);
    const best = { segment: -1, along: 0, metres: limit };
    for (let y = clamp(y0, this.rows - 1); y <= northmost; y++) {
      for (let x = clamp(x0, this.columns - 1); x <= eastmost; x++) {
        const index = y * this.columns + x;
        const end = this.startOf(index + 1);
        for (let i = this.startOf(index); i < end; i++) {
          this.compare(this.list[i] as number, point, perLon, best);
        }
      }
    }
    return best.segment < 0 ? undefined : this.describe(best);
  }

  private compare(
    segment: number,
    point: Position,
    perLon: number,
    best: { segment: number; along: number; metres: number },
  ): void {
    const e = this.edgeOf[segment] as number;
    const s = segment - this.segment(e, 0);
    const ax = (this.lon(e, s) - point.lon) * perLon;
    const ay = (this.lat(e, s) - point.lat) * metresPerDegree;
    const dx = (this.lon(e, s + 1) - point.lon) * perLon - ax;
    const dy = (this.lat(e, s + 1) - point.lat) * metresPerDegree - ay;
    const square = dx * dx + dy * dy;
    const along = square > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square)) : 0;
    const metres = Math.hypot(ax + along * dx, ay + along * dy);
    const nearer =
      metres < best.metres ||
      (metres === best.metres && (best.segment < 0 || segment < best.segment));
    if (nearer) {
      best.segment = segment;
      best.along = along;
      best.metres = metres;
    }
  }

  private describe(best: { segment: number; along: number; metres: number }): Snap {
    const { graph } = this;
    const edge = this.edgeOf[best.segment] as number;
    const s = best.segment - this.segment(edge, 0);
    const points = this.pointsOf(edge);
    let before = 0;
    let total = 0;
    for (let p = 0; p + 1 < points; p++) {
      const length = this.segmentMetres(edge, p);
      if (p < s) before += length;
      if (p === s) before += length * best.along;
      total += length;
    }
    const fraction = total > 0 ? before / total : 0;
    let vertex = -1;
    if (before <= atVertexMetres) vertex = graph.from[edge] as number;
    else if (total - before <= atVertexMetres) vertex = graph.to[edge] as number;
    return {
      edge,
      fraction,
      vertex,
      metres: best.metres,
      lon: this.lon(edge, s) + (this.lon(edge, s + 1) - this.lon(edge, s)) * best.along,
      lat: this.lat(edge, s) + (this.lat(edge, s + 1) - this.lat(edge, s)) * best.along,
    };
  }

  private segmentMetres(edge: number, p: number): number {
    return greatCircleMetres(
      { lon: this.lon(edge, p), lat: this.lat(edge, p) },
      { lon: this.lon(edge, p + 1), lat: this.lat(edge, p + 1) },
    );
  }

  /** Calls back for every cell that a segment's bounding box touches. */
  private eachCell(edges: Uint8Array, found: (index: number, segment: number) => void): void {
    const { graph, columns, west, south, cell } = this;
    for (let e = 0; e < graph.from.length; e++) {
      if (!edges[e]) continue;
      const last = this.pointsOf(e) - 2;
      for (let s = 0; s <= last; s++) {
        const x0 = Math.floor((Math.min(this.lon(e, s), this.lon(e, s + 1)) - west) / cell);
        const x1 = Math.floor((Math.max(this.lon(e, s), this.lon(e, s + 1)) - west) / cell);
        const y0 = Math.floor((Math.min(this.lat(e, s), this.lat(e, s + 1)) - south) / cell);
        const y1 = Math.floor((Math.max(this.lat(e, s), this.lat(e, s + 1)) - south) / cell);
        for (let y = y0; y <= y1; y++) {
          for (let x = x0; x <= x1; x++) found(y * columns + x, this.segment(e, s));
        }
      }
    }
  }

  private startOf(cell: number): number {
    return this.start[cell] as number;
  }

  /** How many points an edge's line has, both its vertices counted. */
  private pointsOf(e: number): number {
    const { shapeStart } = this.graph;
    return (shapeStart[e + 1] as number) - (shapeStart[e] as number) + 2;
  }

  /** The number of segment s of an edge. */
  private segment(e: number, s: number): number {
    return (this.graph.shapeStart[e] as number) + e + s;
  }

  /** Degrees of point p of an edge: 0 is its `from`, then its shape, then its `to`. */
  private lon(e: number, p: number): number {
    const { vertexLon, shapeLon } = this.graph;
    return this.coordinate(vertexLon, shapeLon, e, p);
  }

  private lat(e: number, p: number): number {
    const { vertexLat, shapeLat } = this.graph;
    return this.coordinate(vertexLat, shapeLat, e, p);
  }

  private coordinate(vertices: Int32Array, shape: Int32Array, e: number, p: number): number {
    const { from, to, shapeStart } = this.graph;
    const first = shapeStart[e] as number;
    const units =
      p === 0
        ? vertices[from[e] as number]
        : p > (shapeStart[e + 1] as number) - first
          ? vertices[to[e] as number]
          : shape[first + p - 1];
    return (units as number) / unitsPerDegree;
  }
}
