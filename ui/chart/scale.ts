/** What a picture covers of one measure, least first. */
export type Span = readonly [least: number, most: number];

/** Round values within a span, about as many as asked for: 1, 2, 2.5 or 5 times a power of ten apart. */
export function ticksIn([least, most]: Span, about: number): number[] {
  if (!(most > least) || about < 1) return [least];
  const rough = (most - least) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10) * power) as number;
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  // Written down to the step's own decimals, or 0.1 + 0.2 would be read out.
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toFixed(decimals)),
  );
}

/** A span with all values well inside; down to nothing where that is not far below them. */
export function roomFor(values: readonly number[]): Span {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.length === 0 || most < 1e-6) return [0, 1];
  if (least < most * 0.4) return [0, most * 1.06];
  const air = Math.max((most - least) * 0.15, most * 0.005);
  return [Math.max(0, least - air), most + air];
}
