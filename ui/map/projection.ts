import type { Bounds, Position } from './picture.ts';

/** Web Mercator on a unit square, y downwards. */
export function toWorld([lon, lat]: Position): [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** What part of the world is shown: the point in the middle, and px for the whole world's width. */
export type View = { x: number; y: number; scale: number };

type Size = { width: number; height: number };

export function project(view: View, { width, height }: Size, at: Position): [x: number, y: number] {
  const [x, y] = toWorld(at);
  return [(x - view.x) * view.scale + width / 2, (y - view.y) * view.scale + height / 2];
}

/** No closer than a single village: a lone point would otherwise fill the picture. */
const closest = 512 * 2 ** 15;

export function fit(bounds: Bounds, { width, height }: Size, padding: number): View {
  const [west, north] = toWorld([bounds.west, bounds.north]);
  const [east, south] = toWorld([bounds.east, bounds.south]);
  const across = Math.max(1, width - 2 * padding) / Math.max(east - west, 1e-12);
  const down = Math.max(1, height - 2 * padding) / Math.max(south - north, 1e-12);
  return { x: (west + east) / 2, y: (north + south) / 2, scale: Math.min(across, down, closest) };
}

/** Zooms by `factor`, keeping the place under `at` (px) where it is. */
export function zoom(
  view: View,
  { width, height }: Size,
  factor: number,
  at = [width / 2, height / 2] as const,
): View {
  const scale = Math.min(Math.max(view.scale * factor, 512), closest * 4);
  const shift = 1 / view.scale - 1 / scale;
  return {
    x: view.x + (at[0] - width / 2) * shift,
    y: view.y + (at[1] - height / 2) * shift,
    scale,
  };
}

export const pan = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale,
});
