import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from './graph.ts';
import { SegmentGrid } from './segment-grid.ts';
import { greatCircleMetres, type Position } from './sphere.ts';

const position = fc.record({
  lon: fc.double({ min: 112.9, max: 113.1, noNaN: true }),
  lat: fc.double({ min: 27.4, max: 27.6, noNaN: true }),
});

/** The nearest of 2,000 places along each straight line, by great circle. */
function walkAll(lines: readonly (readonly Position[])[], point: Position): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (let s = 0; s + 1 < line.length; s++) {
      const [a, b] = [line[s], line[s + 1]];
      for (let i = 0; i <= 2000; i++) {
        const lon = a.lon + ((b.lon - a.lon) * i) / 2000;
        const lat = a.lat + ((b.lat - a.lat) * i) / 2000;
        nearest = Math.min(nearest, greatCircleMetres(point, { lon, lat }));
      }
    }
  }
  return nearest;
}

function gridOf(lines: readonly (readonly Position[])[]) {
  const nodes = lines.flat();
  let next = 0;
  const ways = lines.map((line) => ({
    tags: { highway: 'residential' },
    refs: line.map(() => next++),
  }));
  const graph = buildGraph(ways, { get: (ref) => nodes[ref] });
  return { graph, grid: new SegmentGrid(graph, new Uint8Array(graph.from.length).fill(1)) };
}

describe('the nearest road', () => {
  it('is the one that walking along all of them finds', () => {
    const lines = fc.array(fc.array(position, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, position, (drawn, point) => {
        const expected = walkAll(drawn, point);
        const found = gridOf(drawn).grid.find(point, 50_000);
        expect(found).toBeDefined();
        // 30 km at 2,000 steps leaves up to 7.5 m between two of them; the flat earth less.
        expect(found?.metres).toBeLessThanOrEqual(expected + 1 + expected * 0.002);
        expect(found?.metres).toBeGreaterThanOrEqual(expected - 20 - expected * 0.002);
        const there = greatCircleMetres(point, found as Position);
        expect(Math.abs(there - (found?.metres ?? 0))).toBeLessThan(1 + there * 0.002);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('within a limit is found or not found by that limit alone', () => {
    const { grid } = gridOf([
      [
        { lon: 113, lat: 27.5 },
        { lon: 113.1, lat: 27.5 },
      ],
    ]);
    const point = { lon: 113.05, lat: 27.501 };
    const metres = grid.find(point, 1000)?.metres ?? Number.NaN;
    expect(metres).toBeCloseTo(111.195, 2);
    expect(grid.find(point, metres + 0.01)).toBeDefined();
    expect(grid.find(point, metres - 0.01)).toBeUndefined();
    expect(grid.find({ lon: -70, lat: -30 }, 1000)).toBeUndefined();
    expect(grid.find({ lon: -70, lat: -30 }, 30_000_000)).toBeDefined();
  });

  it('stands on a junction within a metre of it', () => {
    const { grid, graph } = gridOf([
      [
        { lon: 113, lat: 27.5 },
        { lon: 113.1, lat: 27.5 },
      ],
    ]);
    expect(grid.find({ lon: 113.000005, lat: 27.5 }, 10)?.vertex).toBe(graph.from[0]);
    expect(grid.find({ lon: 113.099999, lat: 27.5 }, 10)?.vertex).toBe(graph.to[0]);
    expect(grid.find({ lon: 113.0002, lat: 27.5 }, 10)?.vertex).toBe(-1);
  });
});
