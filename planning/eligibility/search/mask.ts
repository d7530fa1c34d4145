/** A set of rules, a bit each: bit 0 is the rule that is asked first. */
export type Mask = Uint32Array;

export function emptyMask(rules: number): Mask {
  return new Uint32Array(Math.max(1, Math.ceil(rules / 32)));
}

export function fullMask(rules: number): Mask {
  const mask = emptyMask(rules);
  for (let rule = 0; rule < rules; rule += 1) addTo(mask, rule);
  return mask;
}

export function addTo(mask: Mask, rule: number): void {
  mask[rule >>> 5] |= 1 << (rule & 31);
}

export function has(mask: Mask, rule: number): boolean {
  return ((mask[rule >>> 5] >>> (rule & 31)) & 1) === 1;
}

export function isEmpty(mask: Mask): boolean {
  for (const word of mask) if (word !== 0) return false;
  return true;
}

export function both(a: Mask, b: Mask): Mask {
  const mask = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i += 1) mask[i] = a[i] & b[i];
  return mask;
}

/** Leaves in `mask` what is in `other` too. */
export function keep(mask: Mask, other: Mask): void {
  for (let i = 0; i < mask.length; i += 1) mask[i] &= other[i];
}

export function join(mask: Mask, other: Mask): void {
  for (let i = 0; i < mask.length; i += 1) mask[i] |= other[i];
}

export function isSame(a: Mask, b: Mask): boolean {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** The rules of a mask in order. */
export function rulesOf(mask: Mask): number[] {
  const rules: number[] = [];
  for (let i = 0; i < mask.length; i += 1) {
    for (let word = mask[i]; word !== 0; word &= word - 1) {
      rules.push(i * 32 + 31 - Math.clz32(word & -word));
    }
  }
  return rules;
}

/** What tells a mask apart from others of its length. */
export function keyOf(mask: Mask): number | string {
  if (mask.length === 1) return mask[0];
  let key = '';
  for (const word of mask) key += String.fromCharCode(word & 0xffff, word >>> 16);
  return key;
}
