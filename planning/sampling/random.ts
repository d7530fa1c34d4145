export interface Random {
  /** From 0 to below 1. */
  share(): number;
  /** Of the standard normal distribution (Box and Muller 1958). */
  normal(): number;
}

/** Chances by the seed alone (xorshift32, Marsaglia 2003). */
export function randomFrom(seed: number): Random {
  let z = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35) | 0 || 1;
  const share = () => {
    z ^= z << 13;
    z ^= z >>> 17;
    z ^= z << 5;
    return (z >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return { share, normal };
}
