import type { RoadGraph } from './graph.ts';
import { RoadsRefused } from './refused.ts';
import { roadClasses } from './tags.ts';

const magic = 0x5257_424c; // 'LBWR'
const layout = 1;
const headerBytes = 24;
type Header = [number, number, number, number, number];

/** The arrays in the order in which they are written; wide elements first keep every one aligned. */
const arrays = [
  ['metres', Float64Array],
  ['vertexLon', Int32Array],
  ['vertexLat', Int32Array],
  ['from', Int32Array],
  ['to', Int32Array],
  ['tonnes', Float32Array],
  ['shapeStart', Int32Array],
  ['shapeLon', Int32Array],
  ['shapeLat', Int32Array],
  ['roadClass', Uint8Array],
  ['open', Uint8Array],
  ['kilometresPerHour', Uint8Array],
] as const satisfies readonly (readonly [keyof RoadGraph, unknown])[];

function lengthOf(name: keyof RoadGraph, vertices: number, edges: number, shape: number): number {
  if (name === 'vertexLon' || name === 'vertexLat') return vertices;
  if (name === 'shapeLon' || name === 'shapeLat') return shape;
  return name === 'shapeStart' ? edges + 1 : edges;
}

/**
 * Writes a graph as bytes: a header of six little-endian Uint32 (magic, layout, vertices, edges, shape points, 0),
 * then its arrays, little-endian, without gaps.
 */
export function encodeGraph(graph: RoadGraph): Uint8Array<ArrayBuffer> {
  const total = arrays.reduce((sum, [name]) => sum + graph[name].byteLength, headerBytes);
  const bytes = new Uint8Array(total);
  const header = [
    magic,
    layout,
    graph.vertexLon.length,
    graph.from.length,
    graph.shapeLon.length,
    0,
  ];
  new Uint32Array(bytes.buffer, 0, header.length).set(header);
  let offset = headerBytes;
  for (const [name] of arrays) {
    const { buffer, byteOffset, byteLength } = graph[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return bytes;
}

/**
 * Reads what {@link encodeGraph} wrote. The bytes are copied.
 *
 * @throws {RoadsRefused} `not-a-road-graph` where they are something else, cut off, of a later layout or damaged
 */
export function decodeGraph(bytes: Uint8Array): RoadGraph {
  if (bytes.length < headerBytes) throw notAGraph();
  // A Buffer's slice() would share memory, at an offset that need not be aligned.
  const copy = new Uint8Array(bytes).buffer;
  const [mark, version, vertices, edges, shape] = [...new Uint32Array(copy, 0, 5)] as Header;
  if (mark !== magic || version !== layout) throw notAGraph();
  const lengths = arrays.map(([name]) => lengthOf(name, vertices, edges, shape));
  const expected = arrays.reduce(
    (sum, [, Kind], i) => sum + (lengths[i] as number) * Kind.BYTES_PER_ELEMENT,
    headerBytes,
  );
  if (expected !== bytes.length) throw notAGraph();
  const read: Partial<Record<keyof RoadGraph, RoadGraph[keyof RoadGraph]>> = {};
  let offset = headerBytes;
  for (const [i, [name, Kind]] of arrays.entries()) {
    const length = lengths[i] as number;
    read[name] = new Kind(copy, offset, length);
    offset += length * Kind.BYTES_PER_ELEMENT;
  }
  const graph = read as unknown as RoadGraph;
  if (!isWhole(graph)) throw notAGraph();
  return graph;
}

function isWhole(graph: RoadGraph): boolean {
  const vertices = graph.vertexLon.length;
  const { shapeStart } = graph;
  return (
    [graph.from, graph.to].every((ends) => ends.every((v) => v >= 0 && v < vertices)) &&
    graph.metres.every((metres) => metres >= 0 && metres < Number.POSITIVE_INFINITY) &&
    graph.tonnes.every((tonnes) => tonnes >= 0) &&
    graph.roadClass.every((index) => index < roadClasses.length) &&
    shapeStart.every((start, e) => start >= (e === 0 ? 0 : (shapeStart[e - 1] as number))) &&
    shapeStart[0] === 0 &&
    shapeStart.at(-1) === graph.shapeLon.length
  );
}

function notAGraph(): RoadsRefused {
  return new RoadsRefused(
    'not-a-road-graph',
    {
      'zh-CN': '这不是可用的路网数据，或已损坏。',
      en: 'These bytes are no road graph, or a damaged one.',
    },
    { 'zh-CN': '请重新导入道路。', en: 'Import the roads again.' },
  );
}
