import { describe, expect, it } from 'vitest';
import { buildGraph } from './graph.ts';
import { RoadsRefused } from './refused.ts';
import { decodeGraph, encodeGraph } from './stored.ts';

const graph = buildGraph(
  [
    { refs: [1, 2, 3], tags: { highway: 'primary', maxspeed: '60', oneway: 'yes' } },
    { refs: [3, 4, 1], tags: { highway: 'track', maxweight: '7.5' } },
  ],
  {
    get: (ref) => ({ lon: 113 + ref / 100, lat: 27 - ref / 1000 }),
  },
);

const isRefused = (bytes: Uint8Array) => {
  try {
    decodeGraph(bytes);
  } catch (error) {
    return error instanceof RoadsRefused && error.code === 'not-a-road-graph';
  }
  return false;
};

describe('a graph as bytes', () => {
  it('reads back as it was written', () => {
    expect(graph.from.length).toBe(2);
    expect(decodeGraph(encodeGraph(graph))).toEqual(graph);
  });

  it('reads back from a buffer that begins anywhere in memory, and shares nothing with it', () => {
    const bytes = encodeGraph(graph);
    const room = Buffer.alloc(bytes.length + 3);
    room.set(bytes, 3);
    const read = decodeGraph(room.subarray(3));
    room.fill(0);
    expect(read).toEqual(graph);
  });

  it('is refused where it is cut off, longer, or something else', () => {
    const bytes = encodeGraph(graph);
    for (let length = 0; length < bytes.length; length++) {
      expect(isRefused(bytes.subarray(0, length))).toBe(true);
    }
    expect(isRefused(Buffer.concat([bytes, Buffer.alloc(8)]))).toBe(true);
    expect(isRefused(Buffer.alloc(bytes.length, 0x41))).toBe(true);
  });

  it('is refused where an edge leads to a vertex that is not there', () => {
    const bytes = encodeGraph({ ...graph, to: Int32Array.from([0, 99]) });
    expect(isRefused(bytes)).toBe(true);
  });
});
