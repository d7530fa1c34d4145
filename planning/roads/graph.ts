import { greatCircleMetres, type Position } from './sphere.ts';
import { type Road, readRoad, type Tags } from './tags.ts';

/** A line of a map: ids of nodes in order, and what the map says of it. */
export interface Way {
  refs: ArrayLike<number>;
  tags: Tags;
}

/** Where the nodes are; a `Map` serves. A node that is not there cuts its way in two. */
export interface Nodes {
  get(id: number): Position | undefined;
}

/**
 * Roads as packed arrays. An *edge* is a stretch of one way between two *vertices* (junctions and ends of ways), with
 * its shape beside it. Positions are whole 1e-7 degrees, WGS-84.
 */
export interface RoadGraph {
  /** V longitudes and latitudes. */
  vertexLon: Int32Array;
  vertexLat: Int32Array;
  /** E vertices that an edge comes from and goes to, as its way is drawn. */
  from: Int32Array;
  to: Int32Array;
  /** E lengths in metres. */
  metres: Float64Array;
  /** E indices into `roadClasses`. */
  roadClass: Uint8Array;
  /** E sums of the bits of `open`. */
  open: Uint8Array;
  /** E signposted limits in km/h, 0 where unknown. */
  kilometresPerHour: Uint8Array;
  /** E weight limits in tonnes, 0 where unknown. */
  tonnes: Float32Array;
  /** E + 1 offsets into the shape: the points between an edge's two vertices. */
  shapeStart: Int32Array;
  shapeLon: Int32Array;
  shapeLat: Int32Array;
}

export const unitsPerDegree = 1e7;

/**
 * Makes a graph of the roads among these ways.
 *
 * What is no road (`readRoad` in tags.ts says what is) is left out. Points of a way that no other road touches become
 * its shape, so that a search visits junctions only.
 *
 * @param ways read twice; other ways than roads may be among them
 * @param nodes positions in degrees, WGS-84
 */
export function buildGraph(ways: readonly Way[], nodes: Nodes): RoadGraph {
  const roads: { road: Road; refs: number[] }[] = [];
  for (const way of ways) {
    const road = readRoad(way.tags);
    if (road) for (const refs of knownStretches(way.refs, nodes)) roads.push({ road, refs });
  }
  const vertices = junctions(roads.map(({ refs }) => refs));
  const graph = new GraphWriter();
  for (const { road, refs } of roads) graph.addRoad(road, refs, vertices, nodes);
  return graph.finish();
}

/** The parts of a way whose nodes are all known, without standing still. */
function knownStretches(refs: ArrayLike<number>, nodes: Nodes): number[][] {
  const stretches: number[][] = [];
  let current: number[] = [];
  for (let i = 0; i < refs.length; i++) {
    const ref = refs[i] as number;
    if (nodes.get(ref) === undefined) {
      stretches.push(current);
      current = [];
    } else if (current.at(-1) !== ref) {
      current.push(ref);
    }
  }
  stretches.push(current);
  return stretches.filter((stretch) => stretch.length > 1);
}

/** The nodes at which a search must be able to stop: ends of roads, and what roads share. */
function junctions(roads: readonly number[][]): Set<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const refs of roads) {
    for (const ref of refs) {
      if (seen.has(ref)) shared.add(ref);
      else seen.add(ref);
    }
    shared.add(refs[0] as number);
    shared.add(refs.at(-1) as number);
  }
  return shared;
}

class GraphWriter {
  private readonly vertexOf = new Map<number, number>();
  private readonly vertexLon: number[] = [];
  private readonly vertexLat: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly metres: number[] = [];
  private readonly roads: Road[] = [];
  private readonly shapeStart: number[] = [0];
  private readonly shapeLon: number[] = [];
  private readonly shapeLat: number[] = [];

  addRoad(road: Road, refs: readonly number[], vertices: ReadonlySet<number>, nodes: Nodes): void {
    const at = (i: number) => nodes.get(refs[i] as number) as Position;
    let start = 0;
    let metres = 0;
    for (let i = 1; i < refs.length; i++) {
      metres += greatCircleMetres(at(i - 1), at(i));
      const ref = refs[i] as number;
      if (!vertices.has(ref)) continue;
      for (let j = start + 1; j < i; j++) {
        this.shapeLon.push(Math.round(at(j).lon * unitsPerDegree));
        this.shapeLat.push(Math.round(at(j).lat * unitsPerDegree));
      }
      this.from.push(this.vertex(refs[start] as number, at(start)));
      this.to.push(this.vertex(ref, at(i)));
      this.metres.push(metres);
      this.roads.push(road);
      this.shapeStart.push(this.shapeLon.length);
      start = i;
      metres = 0;
    }
  }

  finish(): RoadGraph {
    return {
      vertexLon: Int32Array.from(this.vertexLon),
      vertexLat: Int32Array.from(this.vertexLat),
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      metres: Float64Array.from(this.metres),
      roadClass: Uint8Array.from(this.roads, (road) => road.class),
      open: Uint8Array.from(this.roads, (road) => road.open),
      kilometresPerHour: Uint8Array.from(this.roads, (road) => road.kilometresPerHour),
      tonnes: Float32Array.from(this.roads, (road) => road.tonnes),
      shapeStart: Int32Array.from(this.shapeStart),
      shapeLon: Int32Array.from(this.shapeLon),
      shapeLat: Int32Array.from(this.shapeLat),
    };
  }

  private vertex(ref: number, position: Position): number {
    const known = this.vertexOf.get(ref);
    if (known !== undefined) return known;
    const index = this.vertexLon.length;
    this.vertexOf.set(ref, index);
    this.vertexLon.push(Math.round(position.lon * unitsPerDegree));
    this.vertexLat.push(Math.round(position.lat * unitsPerDegree));
    return index;
  }
}
