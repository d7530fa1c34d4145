export type ChartPoint = { x: number; y: number };

/** A line that stays at a value until the next one comes: the best found so far, a level, a price. */
export function stepPath(
  points: readonly ChartPoint[],
  place: { x: (value: number) => number; y: (value: number) => number },
): string {
  return points
    .map(({ x, y }, at) => {
      const [across, down] = [place.x(x).toFixed(1), place.y(y).toFixed(1)];
      return at === 0 ? `M${across} ${down}` : `H${across}V${down}`;
    })
    .join('');
}

/** The points at which the value changes, and the last one; thinned to `most`, the first and the last kept. */
export function turningPoints(points: readonly ChartPoint[], most: number): readonly ChartPoint[] {
  const turning = points.filter(
    ({ y }, at) => at === 0 || at === points.length - 1 || y !== points[at - 1]?.y,
  );
  if (turning.length <= most) return turning;
  return Array.from(
    { length: most },
    (_, at) => turning[Math.round((at * (turning.length - 1)) / (most - 1))] as ChartPoint,
  );
}
