import { describe, expect, it } from 'vitest';
import { buildGraph, type Way } from './graph.ts';
import { matrix, matrixRows } from './matrix.ts';
import { car, truck } from './profile.ts';
import { RoadsRefused } from './refused.ts';
import { greatCircleMetres, metresPerDegree } from './sphere.ts';

// Along the equator a degree of longitude is as long as one of latitude, so figures can be worked out by hand.
const step = 0.01;
const stepMetres = step * metresPerDegree;
const at = (x: number, y: number) => ({ lon: x * step, lat: y * step });

/** Nodes named by their place on a small chessboard: 12 is x = 1, y = 2. */
const nodes = {
  get: (ref: number) => (ref < 0 ? undefined : at(Math.floor(ref / 10), ref % 10)),
};
const way = (tags: Record<string, string>, ...refs: number[]): Way => ({ refs, tags });

const secondsAt = (metres: number, kilometresPerHour: number) =>
  Math.round(metres / (kilometresPerHour / 3.6));

describe('driving times', () => {
  it('follows bends, and counts length and time along them', () => {
    const graph = buildGraph([way({ highway: 'tertiary' }, 0, 10, 11, 21)], nodes);
    expect(graph.from.length).toBe(1);
    const { seconds, metres } = matrix(graph, [at(0, 0), at(2, 1)], car);
    expect(metres[0][1]).toBe(Math.round(3 * stepMetres));
    expect(seconds[0][1]).toBe(secondsAt(3 * stepMetres, 40));
    expect(seconds[1][0]).toBe(seconds[0][1]);
  });

  it('goes round by the two-way street where the short one is one-way', () => {
    const graph = buildGraph(
      [
        way({ highway: 'residential', oneway: 'yes' }, 0, 10),
        way({ highway: 'residential' }, 0, 1, 11, 10),
      ],
      nodes,
    );
    const { metres } = matrix(graph, [at(0, 0), at(1, 0)], car);
    expect(metres[0][1]).toBe(Math.round(stepMetres));
    expect(metres[1][0]).toBe(Math.round(3 * stepMetres));
  });

  it('drives on along a one-way street, and back to a point behind only around the block', () => {
    const graph = buildGraph(
      [way({ highway: 'residential', oneway: 'yes' }, 0, 10, 11, 1, 0)],
      nodes,
    );
    const { metres } = matrix(graph, [at(0.25, 0), at(0.75, 0)], car);
    expect(metres[0][1]).toBe(Math.round(0.5 * stepMetres));
    expect(metres[1][0]).toBe(Math.round(3.5 * stepMetres));
  });

  it('takes the quicker road, not the shorter', () => {
    const graph = buildGraph(
      [way({ highway: 'track' }, 0, 10), way({ highway: 'trunk' }, 0, 1, 11, 10)],
      nodes,
    );
    const { seconds, metres } = matrix(graph, [at(0, 0), at(1, 0)], car);
    expect(metres[0][1]).toBe(Math.round(3 * stepMetres));
    expect(seconds[0][1]).toBe(secondsAt(3 * stepMetres, 85));
  });

  it('keeps to a signposted limit, and does not race because one is high', () => {
    const roads = (maxspeed: string) =>
      buildGraph([way({ highway: 'secondary', maxspeed }, 0, 10)], nodes);
    const points = [at(0, 0), at(1, 0)];
    expect(matrix(roads('30'), points, car).seconds[0][1]).toBe(secondsAt(stepMetres, 30));
    expect(matrix(roads('120'), points, car).seconds[0][1]).toBe(secondsAt(stepMetres, 55));
  });

  it('sends a tanker round a bridge that does not bear it, and a lighter one over it', () => {
    const graph = buildGraph(
      [
        way({ highway: 'unclassified', maxweight: '10' }, 0, 10),
        way({ highway: 'unclassified' }, 0, 1, 11, 10),
      ],
      nodes,
    );
    const points = [at(0, 0), at(1, 0)];
    expect(matrix(graph, points, truck).metres[0][1]).toBe(Math.round(3 * stepMetres));
    const light = { ...truck, tonnes: 10 };
    expect(matrix(graph, points, light).metres[0][1]).toBe(Math.round(stepMetres));
    expect(matrix(graph, points, car).metres[0][1]).toBe(Math.round(stepMetres));
  });

  it('has no way to what is not joined, and none off the map of roads', () => {
    const graph = buildGraph(
      [way({ highway: 'residential' }, 0, 10), way({ highway: 'residential' }, 3, 13)],
      nodes,
    );
    const { seconds, metres, snapped } = matrix(graph, [at(0, 0), at(1, 3), at(0, 9)], car);
    expect(seconds).toEqual([
      [0, null, null],
      [null, 0, null],
      [null, null, 0],
    ]);
    expect(metres[0][1]).toBeNull();
    expect(snapped.map((found) => found !== null)).toEqual([true, true, false]);
  });

  it('cuts a way at a node that the extract leaves out', () => {
    const graph = buildGraph([way({ highway: 'residential' }, 0, 10, -1, 20, 30)], nodes);
    const { metres } = matrix(graph, [at(0, 0), at(1, 0), at(2, 0), at(3, 0)], car);
    expect(metres[0][1]).toBe(Math.round(stepMetres));
    expect(metres[1][2]).toBeNull();
    expect(metres[2][3]).toBe(Math.round(stepMetres));
  });

  it('adds the stretch beside the road at a walking track’s speed, up to the limit', () => {
    const graph = buildGraph([way({ highway: 'residential' }, 0, 10)], nodes);
    const aside = 300 / metresPerDegree / step;
    const points = [at(0.5, aside), at(1, 0)];
    const row = matrix(graph, points, car);
    expect(row.snapped[0]?.metres).toBeCloseTo(300, 3);
    expect(row.metres[0][1]).toBe(Math.round(0.5 * stepMetres + 300));
    expect(row.seconds[0][1]).toBe(Math.round((0.5 * stepMetres) / (25 / 3.6) + 300 / (10 / 3.6)));
    expect(matrix(graph, points, car, { snapLimit: 299 }).seconds[0][1]).toBeNull();
  });

  it('joins two yards beside each other without a detour to the road', () => {
    const graph = buildGraph([way({ highway: 'residential' }, 0, 10)], nodes);
    const aside = 300 / metresPerDegree / step;
    const points = [at(0.5, aside), at(0.52, aside)];
    const { metres } = matrix(graph, points, car);
    expect(metres[0][1]).toBe(Math.round(greatCircleMetres(points[0], points[1])));
  });

  it('does not turn in from a motorway', () => {
    const graph = buildGraph(
      [way({ highway: 'motorway', oneway: 'no' }, 0, 10), way({ highway: 'residential' }, 0, 1)],
      nodes,
    );
    expect(matrix(graph, [at(0.5, 0)], car).snapped[0]).toBeNull();
    expect(matrix(graph, [at(0, 0.5)], car).snapped[0]).not.toBeNull();
  });

  it('does not put a point onto a yard that is joined to nothing', () => {
    const grid: Way[] = [];
    const far = new Map<number, { lon: number; lat: number }>();
    const node = (x: number, y: number) => {
      far.set(x * 1000 + y, { lon: x * 0.001, lat: y * 0.001 });
      return x * 1000 + y;
    };
    for (let x = 0; x < 40; x++) {
      for (let y = 0; y < 40; y++) {
        const tags = { highway: 'residential' };
        grid.push({ tags, refs: [node(x, y), node(x + 1, y)] });
        grid.push({ tags, refs: [node(x, y), node(x, y + 1)] });
      }
    }
    const yard = { tags: { highway: 'service' }, refs: [node(500, 500), node(500, 501)] };
    far.set(500_500, { lon: 0.0102, lat: 0.0102 });
    far.set(500_501, { lon: 0.0108, lat: 0.0102 });
    const found = matrix(buildGraph([...grid, yard], far), [{ lon: 0.0105, lat: 0.01021 }], car);
    expect(found.snapped[0]?.lat).toBe(0.01);
  });

  it('gives the rows one at a time, the same as the whole', () => {
    const graph = buildGraph([way({ highway: 'residential', oneway: 'yes' }, 0, 10, 0)], nodes);
    const points = [at(0, 0), at(1, 0), at(0.3, 0)];
    const rows = [...matrixRows(graph, points, truck)];
    const whole = matrix(graph, points, truck);
    expect(rows.map((row) => row.seconds)).toEqual(whole.seconds);
    expect(rows.map((row) => row.metres)).toEqual(whole.metres);
  });

  it('works on no roads and on no points', () => {
    const empty = buildGraph([], nodes);
    expect(matrix(empty, [at(0, 0), at(1, 0)], car).seconds).toEqual([
      [0, null],
      [null, 0],
    ]);
    expect(matrix(empty, [], car).seconds).toEqual([]);
  });
});

describe('refusals', () => {
  const graph = buildGraph([way({ highway: 'residential' }, 0, 10)], nodes);
  const codeOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof RoadsRefused) return error.code;
      throw error;
    }
    return undefined;
  };

  it.each([Number.NaN, 181, -180.5])('longitude %d is no position', (lon) => {
    expect(codeOf(() => matrix(graph, [{ lon, lat: 0 }], car))).toBe('not-a-position');
  });

  it('a profile without a speed', () => {
    const speeds = { ...car.kilometresPerHour, track: Number.NaN };
    const profile = { ...car, kilometresPerHour: speeds };
    expect(codeOf(() => matrix(graph, [at(0, 0)], profile))).toBe('bad-profile');
  });

  it.each([{ snapLimit: -1 }, { snapLimit: Infinity }, { offRoadKilometresPerHour: 0 }])(
    '%j',
    (options) => {
      expect(codeOf(() => matrix(graph, [at(0, 0)], car, options))).toBe('bad-snap-limit');
    },
  );
});
