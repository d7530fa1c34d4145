/**
 * Shortens ways in place by stops on the way (Floyd 1962): driving times need not keep the triangle inequality, and
 * a tanker may call anywhere with a litre. Such a call takes the stop's set-up at least.
 *
 * @param drive V x V seconds, row = from; Infinity: no way.
 * @param setup seconds of the nodes that may be called at, which come first.
 */
export function shortcuts(drive: Float64Array, V: number, setup: Float64Array): void {
  const row = new Float64Array(V);
  for (let via = 0; via < setup.length; via += 1) {
    const call = setup[via] as number;
    for (let b = 0; b < V; b += 1) row[b] = (drive[via * V + b] as number) + call;
    for (let a = 0; a < V; a += 1) {
      const to = drive[a * V + via] as number;
      if (to === Number.POSITIVE_INFINITY) continue;
      for (let b = 0, at = a * V; b < V; b += 1, at += 1) {
        const by = to + (row[b] as number);
        if (by < (drive[at] as number)) drive[at] = by;
      }
    }
  }
}
