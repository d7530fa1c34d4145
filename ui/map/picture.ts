import type { Tone } from '../theme/tone.ts';

/** WGS-84, degrees. */
export type Position = readonly [lon: number, lat: number];

export const shapeNames = ['disc', 'square', 'diamond', 'triangle', 'hexagon', 'pentagon'] as const;
export type ShapeName = (typeof shapeNames)[number];

type Marked = {
  /** Unique in the whole picture. */
  id: string;
  label: string;
  /** Read in the list and when the pointer rests on it. */
  note?: string;
  /** Heading in the list. */
  group?: string;
};

export type MapPlace = Marked & {
  at: Position;
  shape: ShapeName;
  tone: Tone;
  size?: 'small' | 'normal' | 'large';
  /** Crossed out: it is there but can't be used. */
  struck?: boolean;
};

export type MapLine = Marked & {
  path: readonly Position[];
  tone: Tone;
  dash?: 'solid' | 'dashed' | 'dotted';
  arrows?: boolean;
  /** Px to the right of its direction, for lines that run along the same road. */
  offset?: number;
};

export type MapArea = Marked & {
  /** Outer rings; more than one for an area in several parts. */
  rings: readonly (readonly Position[])[];
  tone: Tone;
};

export type MapPicture = {
  areas?: readonly MapArea[];
  lines?: readonly MapLine[];
  places?: readonly MapPlace[];
};

export type Bounds = { west: number; south: number; east: number; north: number };

export function findBounds(picture: MapPicture): Bounds | undefined {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const take = ([lon, lat]: Position) => {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  };
  for (const place of picture.places ?? []) take(place.at);
  for (const line of picture.lines ?? []) line.path.forEach(take);
  for (const area of picture.areas ?? []) for (const ring of area.rings) ring.forEach(take);
  return bounds.west <= bounds.east ? bounds : undefined;
}

export const featureCount = ({ areas = [], lines = [], places = [] }: MapPicture) =>
  areas.length + lines.length + places.length;
