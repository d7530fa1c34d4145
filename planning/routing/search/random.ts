/** A small fast generator (xorshift32, Marsaglia 2003); a search is a function of its seed. */
export interface Random {
  state: number;
}

export function randomFrom(seed: number): Random {
  // Scrambled (splitmix), so that neighbouring seeds begin far apart.
  let z = (Math.trunc(seed) ^ Math.trunc(seed / 2 ** 32)) + 0x9e3779b9;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return { state: (z ^ (z >>> 16)) | 0 || 1 };
}

/** At least 0, less than 1. */
export function draw(random: Random): number {
  let z = random.state;
  z ^= z << 13;
  z ^= z >>> 17;
  z ^= z << 5;
  random.state = z;
  return (z >>> 0) / 4294967296;
}

/** A whole number from 0 to `count` − 1. */
export function below(random: Random, count: number): number {
  return (draw(random) * count) | 0;
}
