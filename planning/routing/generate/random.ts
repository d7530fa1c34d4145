/** Numbers that depend on the seed alone. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** About normally distributed, mean 0, standard deviation 1: twelve fractions added up, so the same on every machine. */
  normal(): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  shuffle(list: number[]): number[];
}

/** xoshiro128** (Blackman & Vigna 2018), its state filled by splitmix32. */
export function seeded(seed: number): Random {
  let mix = (seed ^ Math.trunc(seed / 2 ** 32)) | 0;
  const word = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, d] = [word(), word(), word(), word()];

  const fraction = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return (result >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number =>
    least + Math.floor(fraction() * (most - least + 1));
  const normal = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += fraction();
    return sum;
  };
  const shuffle = (list: number[]): number[] => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = whole(0, i);
      [list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0];
    }
    return list;
  };
  const pick = <T>(list: readonly [T, ...T[]]): T => list[whole(0, list.length - 1)] ?? list[0];
  return { fraction, whole, normal, pick, shuffle };
}

/** @throws RangeError when the number is not whole, or outside of `least` to `most`. */
export function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} is ${value}; it must be a whole number from ${least} to ${most}`);
}
