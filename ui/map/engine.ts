import type { RefObject } from 'react';
import type { MapPicture } from './picture.ts';

export type MapControls = {
  /** 1 is one step closer, -1 one step away. */
  zoomBy: (steps: number) => void;
  /** Moves what is seen, px. */
  panBy: (right: number, down: number) => void;
  fit: () => void;
};

export const zoomStep = 1.5;

export type Pointed = { id: string; x: number; y: number };

/** What draws a picture: one with WebGL, one with plain SVG, the same to look at. */
export type MapEngineProps = {
  picture: MapPicture;
  selected: string | undefined;
  /** When not empty, everything else steps back. */
  focus: ReadonlySet<string>;
  onSelect: (id: string | undefined) => void;
  onPoint: (pointed: Pointed | undefined) => void;
  controls: RefObject<MapControls | null>;
  onFailed: () => void;
};

export const fitPadding = 56;
