import type { MapPlace, ShapeName } from './picture.ts';

/** Outlines in a box of 20 × 20 about its middle (10, 10); SVG and canvas both draw from them. */
export const outlines: Record<ShapeName, string> = {
  disc: 'M10 2a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z',
  square: 'M3 3h14v14H3Z',
  diamond: 'M10 .8 19.2 10 10 19.2.8 10Z',
  triangle: 'M10 1.6 19 17.4H1Z',
  hexagon: 'M10 1 17.8 5.5v9L10 19 2.2 14.5v-9Z',
  pentagon: 'M10 1.2 18.8 7.6 15.4 18H4.6L1.2 7.6Z',
};

export const strike = 'M3 17 17 3';

export const diameter = ({ size = 'normal' }: Pick<MapPlace, 'size'>) =>
  ({ small: 12, normal: 18, large: 24 })[size];
