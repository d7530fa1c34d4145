/** A whole number from 0 to `count` − 1 at each call, by the seed alone (xorshift32, Marsaglia 2003). */
export function randomFrom(seed: number): (count: number) => number {
  let z = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35) | 0 || 1;
  return (count) => {
    z ^= z << 13;
    z ^= z >>> 17;
    z ^= z << 5;
    return Math.floor(((z >>> 0) / 2 ** 32) * count);
  };
}
