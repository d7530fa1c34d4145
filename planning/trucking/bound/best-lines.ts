/**
 * For each point and each number of units on board the best of all sources, where each source is worth a straight line over the
 * units: `constant + slope x units - second x way`. Most lines are nowhere the best, so few are looked at.
 *
 * @param way seconds between source s and point i at `s * bySource + i * byPoint`.
 * @param best units x point (0 .. units), filled.
 * @param which the source that is best there, filled.
 */
export function bestLines(
  lines: { constant: Float64Array; slope: Float64Array; second: number },
  way: Float64Array,
  step: { bySource: number; byPoint: number },
  size: { units: number; points: number },
  best: Float64Array,
  which: Int16Array,
): void {
  const { constant, slope, second } = lines;
  const { units, points: n } = size;
  const S = constant.length;
  if (S === 0) {
    best.fill(Number.NEGATIVE_INFINITY);
    return;
  }
  const base = new Float64Array(S);
  const chosen = new Int16Array(S);
  for (let i = 0; i < n; i += 1) {
    let empty = 0;
    let full = 0;
    for (let s = 0; s < S; s += 1) {
      const at = way[s * step.bySource + i * step.byPoint] as number;
      base[s] = (constant[s] as number) - second * at;
      if ((base[s] as number) > (base[empty] as number)) empty = s;
      const top = (base[full] as number) + units * (slope[full] as number);
      if ((base[s] as number) + units * (slope[s] as number) > top) full = s;
    }
    let count = 0;
    chosen[count++] = empty;
    if (full !== empty) {
      chosen[count++] = full;
      const steeper = (slope[full] as number) - (slope[empty] as number);
      const meet = ((base[empty] as number) - (base[full] as number)) / steeper;
      const height = (base[empty] as number) + meet * (slope[empty] as number);
      for (let s = 0; s < S; s += 1) {
        if (s === empty || s === full) continue;
        // Also whatever cannot be compared, as when there is no way from a source.
        if (!((base[s] as number) + meet * (slope[s] as number) <= height)) chosen[count++] = s;
      }
    }
    for (let l = 0, at = i; l <= units; l += 1, at += n) {
      let value = Number.NEGATIVE_INFINITY;
      let from = empty;
      for (let k = 0; k < count; k += 1) {
        const s = chosen[k] as number;
        const one = (base[s] as number) + l * (slope[s] as number);
        if (one <= value) continue;
        value = one;
        from = s;
      }
      best[at] = value;
      which[at] = from;
    }
  }
}
