type Point = readonly [x: number, y: number];

/** The same path moved `by` px to the right of its direction. */
export function beside(path: readonly Point[], by: number): readonly Point[] {
  const points = path.filter((point, at) => {
    const before = path[at - 1];
    return !before || Math.hypot(point[0] - before[0], point[1] - before[1]) > 0.01;
  });
  if (by === 0 || points.length < 2) return points;
  const normals = points.slice(1).map((point, at) => {
    const before = points[at] as Point;
    const length = Math.hypot(point[0] - before[0], point[1] - before[1]);
    return [-(point[1] - before[1]) / length, (point[0] - before[0]) / length] as const;
  });
  return points.map((point, at) => {
    const into = normals[at - 1] ?? (normals[at] as Point);
    const out = normals[at] ?? into;
    const x = into[0] + out[0];
    const y = into[1] + out[1];
    const square = x * x + y * y;
    // A turn back has no middle direction, and a sharp one would shoot far out.
    if (square < 0.5) return [point[0] + into[0] * by, point[1] + into[1] * by];
    return [point[0] + (2 * x * by) / square, point[1] + (2 * y * by) / square];
  });
}

export type Arrow = { x: number; y: number; degrees: number };

/** One arrow in the middle of every stretch that is long enough, more on a very long one. */
export function arrowsAlong(path: readonly Point[], shortest = 36, every = 160): Arrow[] {
  return path.slice(1).flatMap((to, at) => {
    const from = path[at] as Point;
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const length = Math.hypot(dx, dy);
    if (length < shortest) return [];
    const count = Math.max(1, Math.round(length / every));
    const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
    return Array.from({ length: count }, (_, nth) => {
      const share = (nth + 0.5) / count;
      return { x: from[0] + dx * share, y: from[1] + dy * share, degrees };
    });
  });
}
