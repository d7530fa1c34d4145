import { expect, test } from 'vitest';
import { town } from '../town.fixture.ts';
import { construct } from './construct.ts';
import { packProblem } from './model.ts';
import { newPlacer } from './place.ts';
import { randomFrom } from './random.ts';
import { coolRegions } from './regions.ts';
import { hold, listOf } from './routes.ts';
import { newState, type State } from './state.ts';
import { tuningFor } from './tuning.ts';
import { routingWalk } from './walk.ts';

const regions = { size: 40, hot: 0.3, cold: 0.02, iterations: 20 };

function walkOn(vehicle: Parameters<typeof town>[3]) {
  const state = newState(packProblem(town(300, 1, undefined, vehicle)));
  const placer = newPlacer(state);
  construct(placer, []);
  const random = randomFrom(1);
  return { random, walk: routingWalk(placer, random, tuningFor(state.model, false, 1000)) };
}

function routes(state: State): Int32Array[] {
  return Array.from({ length: state.model.V }, (_, v) => listOf(state, v));
}

/** Of each trip: what is loaded and what may be, together. */
function capacities(state: State): Set<number> {
  return new Set(
    Array.from(
      state.trip.subarray(0, state.model.N),
      (trip) => (state.load[trip] as number) + (state.room[trip] as number),
    ),
  );
}

test.each([
  ['one trip each', {}],
  ['reloads', { count: 20, reloads: [0] }],
])('regions only get better, and everything is open again (%s)', (_, vehicle) => {
  const { walk, random } = walkOn(vehicle);
  const { state, work } = walk;
  const before = { cost: state.cost, heats: { ...walk.heats } };
  const done = coolRegions(walk, regions, random, (iterations) => iterations / 20_000);
  expect(state.cost).toBeLessThan(before.cost);
  expect(state.missing).toBe(0);
  expect(walk.best).toMatchObject({ cost: state.cost, lists: routes(state) });
  expect(done).toBe(Math.ceil(20_000 / 64) * 64);
  expect(walk.heats).toEqual(before.heats);
  expect(work.seedCount).toBe(300);
  expect(new Set(work.seeds)).toEqual(new Set(Array(300).keys()));
  expect([...state.mine]).not.toContain(0);
  expect([...capacities(state)]).toEqual([40]);
});

test("another search's vehicles stay as they are, and closed", () => {
  const { walk, random } = walkOn({});
  const { state } = walk;
  const held = Array.from({ length: 30 }, (_, v) => v);
  for (const v of held) hold(state, v);
  const before = routes(state);
  coolRegions(walk, regions, random, (iterations) => iterations / 20_000);
  const after = routes(state);
  expect(after.slice(0, 30)).toEqual(before.slice(0, 30));
  expect(after).not.toEqual(before);
  expect(held.map((v) => state.mine[v])).toEqual(held.map(() => 0));
});

test('with nobody to move it comes to its end', () => {
  const { walk, random } = walkOn({});
  for (let v = 0; v < walk.state.model.V; v += 1) hold(walk.state, v);
  walk.work.seedCount = 0;
  const before = walk.state.cost;
  coolRegions(walk, regions, random, (iterations) => iterations / 1000);
  expect(walk.state.cost).toBe(before);
});
