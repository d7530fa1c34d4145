import { expect, test } from 'vitest';
import { type Carrying, planRounds } from './plan-rounds.ts';

/** The same small problems every time. */
function random(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function smallProblem(seed: number): Carrying {
  const draw = random(seed);
  const takes = new Map([
    ['a', 2 + draw(6)],
    ['b', 2 + draw(6)],
  ]);
  return {
    free: Array.from({ length: 1 + draw(2) }, () => draw(4)),
    perRound: 1 + draw(3),
    takes,
    parcels: Array.from({ length: 1 + draw(4) }, (_, i) => ({
      id: String(i),
      building: draw(2) === 0 ? 'a' : 'b',
      ready: draw(12),
    })),
  };
}

/** The earliest end of all plans there are: every way to put parcels together, in every order, by every carrier. */
function earliestEnd({ free, perRound, takes, parcels }: Carrying): number {
  let best = Number.POSITIVE_INFINITY;
  const carry = (left: Carrying['parcels'], at: readonly number[], last: number) => {
    if (left.length === 0) best = Math.min(best, last);
    for (let chosen = 1; chosen < 2 ** left.length; chosen++) {
      const load = left.filter((_, i) => (chosen & (2 ** i)) !== 0);
      const building = load[0]?.building ?? '';
      if (load.length > perRound || load.some((one) => one.building !== building)) continue;
      const rest = left.filter((one) => !load.includes(one));
      const ready = Math.max(...load.map((one) => one.ready));
      for (const [carrier, since] of at.entries()) {
        const back = Math.max(since, ready) + (takes.get(building) ?? 0);
        carry(rest, at.with(carrier, back), Math.max(last, back));
      }
    }
  };
  carry(parcels, free, 0);
  return best;
}

test('no plan there is ends before the bound, and ours carries every parcel once, ready and by a free carrier', () => {
  let exact = 0;
  const count = 60;
  for (let seed = 1; seed <= count; seed++) {
    const problem = smallProblem(seed);
    const { rounds, ends, bound } = planRounds(problem);
    const { free, takes, parcels, perRound } = problem;
    expect(rounds.flatMap((one) => one.parcels).sort()).toEqual(parcels.map(({ id }) => id).sort());
    const at = [...free];
    for (const round of rounds) {
      expect(round.parcels.length).toBeLessThanOrEqual(perRound);
      for (const id of round.parcels) {
        const parcel = parcels.find((one) => one.id === id);
        expect(parcel?.building).toBe(round.building);
        expect(parcel?.ready).toBeLessThanOrEqual(round.leaves);
      }
      expect(round.leaves).toBeGreaterThanOrEqual(at[round.carrier] ?? Number.NaN);
      expect(round.back).toBe(round.leaves + (takes.get(round.building) ?? 0));
      at[round.carrier] = round.back;
    }
    expect(Math.max(...rounds.map(({ back }) => back))).toBe(ends);
    const best = earliestEnd(problem);
    expect(bound, `seed ${seed}`).toBeLessThanOrEqual(best);
    expect(ends, `seed ${seed}`).toBeGreaterThanOrEqual(best);
    if (ends === best) exact++;
  }
  expect(exact).toBeGreaterThan(count * 0.9);
});

test('2,400 parcels on six carriers end within 3 % of the bound', () => {
  const buildings = Array.from({ length: 8 }, (_, i) => `${i}`);
  const { rounds, ends, bound } = planRounds({
    free: Array(6).fill(0),
    perRound: 40,
    takes: new Map(buildings.map((one, i) => [one, (12 + 2 * i) * 60])),
    parcels: Array.from({ length: 2400 }, (_, i) => ({
      id: `${i}`,
      building: buildings[(i * 5) % 8] as string,
      ready: Math.floor(i / 200) * 600,
    })),
  });
  expect(rounds).toHaveLength(64);
  expect(ends).toBeLessThanOrEqual(bound * 1.03);
});
