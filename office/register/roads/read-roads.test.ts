import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matrix } from '@liangbuwu/roads/matrix.ts';
import { car } from '@liangbuwu/roads/profile.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { block, type DrawnNode, type DrawnWay, osmPbf } from '../testing/osm-pbf.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { type ReadOptions, readRoads } from './read-roads.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), '道路 '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: Buffer | string, name = 'map.osm.pbf') => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

// Ids past 2^32, as the real map has them.
const base = 11_000_000_000;
const nodes = Array.from({ length: 5 }, (_, i) => ({
  id: base + i * 7,
  lon: 113 + i * 0.01,
  lat: 27.5,
  ...(i === 2 ? { tags: { highway: 'crossing', name: '路口' } } : {}),
}));
const ref = (i: number) => base + i * 7;
const map: { nodes: DrawnNode[]; ways: DrawnWay[] } = {
  nodes,
  ways: [
    {
      id: 1,
      refs: [ref(0), ref(1), ref(2)],
      tags: { highway: 'tertiary', name: '县道', oneway: 'yes' },
    },
    { id: 2, refs: [ref(4), ref(3), ref(2)], tags: { highway: 'residential' } },
    { id: 3, refs: [ref(0), ref(4)], tags: { waterway: 'river' } },
    { id: 4, refs: [ref(0), base + 999], tags: { highway: 'primary' } },
  ],
};

const read = (content: Buffer | string, options?: ReadOptions) => readRoads(file(content), options);

describe('an .osm.pbf file', () => {
  it('gives the roads in it', async () => {
    const graph = await read(osmPbf(map));
    expect(graph.from.length).toBe(2);
    const asked = nodes.filter((_, i) => i % 2 === 0);
    const { metres } = matrix(graph, asked, car);
    expect(metres[0]?.[2]).toBeGreaterThan(3900);
    expect(metres[1]?.[2]).toBe(metres[2]?.[1]);
    expect(metres[1]?.[0]).toBeNull();
  });

  it('is kept to the bounds asked for', async () => {
    const bounds = { west: 113.025, south: 27, east: 114, north: 28 };
    const graph = await read(osmPbf(map), { bounds });
    expect(graph.from.length).toBe(1);
    const nowhere = read(osmPbf(map), { bounds: { west: 0, south: 0, east: 1, north: 1 } });
    expect(await refusalOf(nowhere)).toBe('no-roads');
  });

  it('says how far it is read', async () => {
    const shares: string[] = [];
    await read(osmPbf(map), { onProgress: ({ stage, share }) => shares.push(`${stage} ${share}`) });
    expect(shares).toEqual(['ways 1', 'ways 1', 'nodes 1', 'nodes 1', 'graph 0', 'graph 1']);
  });

  it('is left when asked to stop', async () => {
    const stop = new AbortController();
    const reading = read(osmPbf(map), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(reading).rejects.toThrow(/abort/i);
  });

  it('without a road is refused', async () => {
    expect(await refusalOf(read(osmPbf({ nodes, ways: [] })))).toBe('no-roads');
  });

  it('deflated otherwise is refused with what to do', async () => {
    expect(await refusalOf(read(osmPbf(map, { raw: true })))).toBe('roads-other-compression');
  });
});

describe('what is no such file is refused, and nothing else happens', () => {
  const good = osmPbf(map);

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<?xml version="1.0"?><osm version="0.6"/>')],
    ['noise', randomBytes(5000)],
    ['zeros', Buffer.alloc(5000)],
    ['a header and noise', Buffer.concat([good.subarray(0, 60), randomBytes(3000)])],
    ['a block of another kind', Buffer.concat([good, block('Other', Buffer.from('x'))])],
    ['a block that is no deflate', Buffer.concat([good, tampered()])],
    ['a block that says it is huge', Buffer.concat([good, Buffer.from([0x7f, 0xff, 0xff, 0xff])])],
  ])('%s', async (_, content) => {
    expect(await refusalOf(read(content))).toBe('not-osm-pbf');
  });

  it('a good one cut off anywhere', async () => {
    const codes: (string | undefined)[] = [];
    for (let length = 0; length < good.length; length += 3) {
      codes.push(await refusalOf(read(good.subarray(0, length))));
    }
    // Cut between two blocks it is a shorter file, with no roads.
    expect(new Set(codes.filter((code) => code !== 'no-roads'))).toEqual(new Set(['not-osm-pbf']));
    expect(codes.filter((code) => code === 'not-osm-pbf').length).toBeGreaterThan(100);
  });

  it('a bomb', async () => {
    const bomb = block('OSMData', Buffer.alloc(40 * 1024 * 1024));
    expect(await refusalOf(read(Buffer.concat([good, bomb])))).toBe('not-osm-pbf');
  });

  it('a folder, and what is not there', async () => {
    expect(await refusalOf(readRoads(folder))).toBe('roads-file-away');
    expect(await refusalOf(readRoads(join(folder, 'none.osm.pbf')))).toBe('roads-file-away');
  });

  function tampered(): Buffer {
    const bad = Buffer.from(block('OSMData', Buffer.from('some content, long enough')));
    bad[bad.length - 8] = (bad[bad.length - 8] as number) ^ 0xff;
    return bad;
  }
});
