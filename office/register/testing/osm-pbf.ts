import { deflateSync } from 'node:zlib';

export interface DrawnNode {
  id: number;
  lon: number;
  lat: number;
  tags?: Record<string, string>;
}

export interface DrawnWay {
  id: number;
  refs: number[];
  tags?: Record<string, string>;
}

/** Writes an .osm.pbf file (wiki.openstreetmap.org/wiki/PBF_Format): a header, a block of nodes, a block of ways. */
export function osmPbf(
  map: { nodes: DrawnNode[]; ways: DrawnWay[] },
  options: { raw?: boolean } = {},
): Buffer {
  const header = Buffer.concat([text(4, 'OsmSchema-V0.6'), text(4, 'DenseNodes')]);
  return Buffer.concat([
    block('OSMHeader', header),
    block('OSMData', nodesBlock(map.nodes), options.raw),
    block('OSMData', waysBlock(map.ways), options.raw),
  ]);
}

export function block(type: string, content: Buffer, raw = false): Buffer {
  const blob = Buffer.concat([
    raw
      ? bytes(1, content)
      : Buffer.concat([number(2, content.length), bytes(3, deflateSync(content))]),
  ]);
  const header = Buffer.concat([text(1, type), number(3, blob.length)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, blob]);
}

function nodesBlock(nodes: readonly DrawnNode[]): Buffer {
  const strings = new Strings();
  const keysAndValues = nodes.flatMap(({ tags = {} }) => [
    ...Object.entries(tags).flatMap(([key, value]) => [strings.at(key), strings.at(value)]),
    0,
  ]);
  const units = (degrees: number) => Math.round(degrees * 1e7);
  const dense = Buffer.concat([
    packed(1, deltas(nodes.map(({ id }) => id)).map(zigzag)),
    packed(8, deltas(nodes.map(({ lat }) => units(lat))).map(zigzag)),
    packed(9, deltas(nodes.map(({ lon }) => units(lon))).map(zigzag)),
    packed(10, keysAndValues),
  ]);
  return Buffer.concat([strings.table(), bytes(2, bytes(2, dense))]);
}

function waysBlock(ways: readonly DrawnWay[]): Buffer {
  const strings = new Strings();
  const group = ways.map(({ id, refs, tags = {} }) => {
    const [keys, values] = [Object.keys(tags), Object.values(tags)];
    const way = Buffer.concat([
      number(1, id),
      packed(
        2,
        keys.map((key) => strings.at(key)),
      ),
      packed(
        3,
        values.map((value) => strings.at(value)),
      ),
      packed(8, deltas(refs).map(zigzag)),
    ]);
    return bytes(3, way);
  });
  return Buffer.concat([strings.table(), bytes(2, Buffer.concat(group))]);
}

class Strings {
  private readonly list = [''];

  at(value: string): number {
    const known = this.list.indexOf(value);
    return known >= 0 ? known : this.list.push(value) - 1;
  }

  table(): Buffer {
    return bytes(1, Buffer.concat(this.list.map((value) => text(1, value))));
  }
}

const deltas = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...out, rest]);
}

const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, content: Buffer) =>
  Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
const text = (field: number, value: string) => bytes(field, Buffer.from(value, 'utf8'));
const packed = (field: number, values: number[]) => bytes(field, Buffer.concat(values.map(varint)));
