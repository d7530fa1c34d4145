import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, type Way } from './graph.ts';
import { matrix } from './matrix.ts';
import { car, type Profile, truck } from './profile.ts';
import { greatCircleMetres, type Position } from './sphere.ts';
import { readRoad, roadClasses } from './tags.ts';

interface Town {
  nodes: Position[];
  ways: Way[];
  /** Points to ask for: on node `node`, or `share` of the way along segment `segment` of way `way`. */
  points: ({ node: number } | { way: number; segment: number; share: number })[];
}

/** One node a cell of a chessboard, off its middle by a fixed whim, so that no three lie on a line. */
const nodeIn = (cell: number): Position => {
  const whim = (salt: number) => {
    const x = Math.sin(cell * 12.9898 + salt) * 43758.5453;
    return 0.001 + 0.008 * (x - Math.floor(x));
  };
  return {
    lon: Number((113 + 0.01 * (cell % 30) + whim(1)).toFixed(7)),
    lat: Number((27.5 + 0.01 * Math.floor(cell / 30) + whim(2)).toFixed(7)),
  };
};

const town: fc.Arbitrary<Town> = fc
  .uniqueArray(fc.nat(899), { minLength: 4, maxLength: 25 })
  .map((cells) => cells.map(nodeIn))
  .chain((nodes) => {
    const node = fc.nat(nodes.length - 1);
    const tags = fc.record(
      {
        highway: fc.constantFrom('trunk', 'secondary', 'residential', 'track', 'footway'),
        oneway: fc.constantFrom('yes', '-1', 'no'),
        maxspeed: fc.constantFrom('20', '60'),
        maxweight: fc.constantFrom('5', '30'),
        hgv: fc.constantFrom('no', 'yes'),
      },
      { requiredKeys: ['highway'] },
    );
    const way = fc.record({ refs: fc.array(node, { minLength: 2, maxLength: 6 }), tags });
    return fc.array(way, { minLength: 1, maxLength: 18 }).chain((ways) => {
      const onWay = fc.nat(ways.length - 1).chain((index) =>
        fc.record({
          way: fc.constant(index),
          segment: fc.nat((ways[index] as Way).refs.length - 2),
          share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        }),
      );
      const points = fc.array(fc.oneof(fc.record({ node }), onWay), { minLength: 2, maxLength: 8 });
      return fc.record({ nodes: fc.constant(nodes), ways: fc.constant(ways), points });
    });
  });

/** Whether two roads run over the same two nodes, so that a point between them lies on both. */
function isDoubled({ ways }: Town, a: number, b: number): boolean {
  let times = 0;
  for (const { refs } of ways) {
    for (let s = 0; s + 1 < refs.length; s++) {
      const same = refs[s] === a && refs[s + 1] === b;
      const reverse = refs[s] === b && refs[s + 1] === a;
      if (same || reverse) times++;
    }
  }
  return times > 1;
}

/** All shortest ways by Floyd and Warshall, over every node of the map and every point asked for. */
function naive(drawn: Town, profile: Profile) {
  const { nodes, ways } = drawn;
  const points = drawn.points.filter((point) => {
    if ('node' in point) return true;
    const { refs } = ways[point.way];
    const [a, b] = [refs[point.segment], refs[point.segment + 1]];
    return a !== b && !isDoubled(drawn, a, b);
  });
  const spots = [...nodes];
  const cuts = new Map<string, { spot: number; share: number }[]>();
  const asked = points.map((point) => {
    if ('node' in point) return point.node;
    const { refs } = ways[point.way];
    const [a, b] = [nodes[refs[point.segment]], nodes[refs[point.segment + 1]]];
    const key = `${point.way}/${point.segment}`;
    spots.push({
      lon: a.lon + (b.lon - a.lon) * point.share,
      lat: a.lat + (b.lat - a.lat) * point.share,
    });
    cuts.set(key, [...(cuts.get(key) ?? []), { spot: spots.length - 1, share: point.share }]);
    return spots.length - 1;
  });
  const seconds = spots.map((_, i) => spots.map((_, j) => (i === j ? 0 : Infinity)));
  const used = new Set<number>();
  for (const [w, { refs, tags }] of ways.entries()) {
    const road = readRoad(tags);
    if (!road || (road.tonnes > 0 && profile.tonnes > road.tonnes)) continue;
    const mine = profile.vehicle === 'truck' ? road.open >> 2 : road.open & 3;
    if (mine === 0) continue;
    const usual = profile.kilometresPerHour[roadClasses[road.class]];
    const speed = road.kilometresPerHour > 0 ? Math.min(usual, road.kilometresPerHour) : usual;
    for (let s = 0; s + 1 < refs.length; s++) {
      const inner = [...(cuts.get(`${w}/${s}`) ?? [])].sort((a, b) => a.share - b.share);
      const chain = [refs[s], ...inner.map(({ spot }) => spot), refs[s + 1]];
      const shares = [0, ...inner.map(({ share }) => share), 1];
      const metres = greatCircleMetres(nodes[refs[s]], nodes[refs[s + 1]]);
      for (let c = 0; c + 1 < chain.length; c++) {
        const time = ((shares[c + 1] - shares[c]) * metres) / (speed / 3.6);
        const [a, b] = [chain[c], chain[c + 1]];
        if (refs[s] !== refs[s + 1]) used.add(a).add(b);
        if (mine & 1) seconds[a][b] = Math.min(seconds[a][b], time);
        if (mine & 2) seconds[b][a] = Math.min(seconds[b][a], time);
      }
    }
  }
  for (let k = 0; k < spots.length; k++) {
    for (let i = 0; i < spots.length; i++) {
      for (let j = 0; j < spots.length; j++) {
        seconds[i][j] = Math.min(seconds[i][j], seconds[i][k] + seconds[k][j]);
      }
    }
  }
  return {
    positions: asked.map((spot) => spots[spot]),
    onRoad: asked.map((spot) => used.has(spot)),
    seconds: asked.map((a) => asked.map((b) => seconds[a][b])),
  };
}

describe('against Floyd and Warshall', () => {
  it.each([
    ['a car', car],
    ['a truck', truck],
  ])('%s takes the same time between any two points of a random town', (_, profile) => {
    let compared = 0;
    let oneWay = 0;
    let unreachable = 0;
    fc.assert(
      fc.property(town, (drawn) => {
        const expected = naive(drawn, profile);
        const graph = buildGraph(drawn.ways, { get: (ref) => drawn.nodes[ref] });
        const found = matrix(graph, expected.positions, profile, { snapLimit: 0.5 });
        expect(found.snapped.map((spot) => spot !== null)).toEqual(expected.onRoad);
        for (const [i, row] of expected.seconds.entries()) {
          for (const [j, seconds] of row.entries()) {
            if (!expected.onRoad[i] || !expected.onRoad[j]) continue;
            const got = found.seconds[i]?.[j] ?? Number.POSITIVE_INFINITY;
            // Rounding to a second, 0.5 m of snapping at 10 km/h, and the flat earth of a snap.
            expect(got === seconds || Math.abs(got - seconds) <= 2, `${i} to ${j}`).toBe(true);
            compared++;
            if (seconds === Number.POSITIVE_INFINITY) unreachable++;
            else if (Math.abs(seconds - (expected.seconds[j]?.[i] ?? 0)) > 2) oneWay++;
          }
        }
      }),
      { seed: 20221110, numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(2000);
    expect(oneWay).toBeGreaterThan(200);
    expect(unreachable).toBeGreaterThan(100);
  });
});
