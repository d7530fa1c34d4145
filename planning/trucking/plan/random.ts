/** A seeded stream of numbers (mulberry32): the same seed gives the same plan. */
export interface Random {
  state: number;
}

export function randomFrom(seed: number): Random {
  return { state: (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 0 };
}

/** In [0, 1). */
export function draw(random: Random): number {
  random.state = (random.state + 0x6d2b79f5) | 0;
  let t = random.state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** A whole number in [0, n). */
export function below(random: Random, n: number): number {
  return Math.floor(draw(random) * n);
}
