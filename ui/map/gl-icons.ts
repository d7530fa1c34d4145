import { coloursOf } from '../theme/tone.ts';
import { arrowOf, iconOf } from './gl-style.ts';
import type { MapPicture, MapPlace } from './picture.ts';
import { diameter, outlines, strike } from './shapes.ts';

const ratio = 2;

function canvas(size: number) {
  const element = document.createElement('canvas');
  element.width = size * ratio;
  element.height = size * ratio;
  const context = element.getContext('2d') as CanvasRenderingContext2D;
  context.scale(ratio, ratio);
  context.lineJoin = 'round';
  return { context, image: () => context.getImageData(0, 0, size * ratio, size * ratio) };
}

function placeImage(place: MapPlace): ImageData {
  const { fill, edge } = coloursOf(place.tone);
  const size = diameter(place);
  const scale = size / 20;
  const { context, image } = canvas(size + 8);
  context.translate(4, 4);
  context.scale(scale, scale);
  const outline = new Path2D(outlines[place.shape]);
  const stroke = (path: Path2D, style: string, width: number) => {
    context.strokeStyle = style;
    context.lineWidth = width / scale;
    context.stroke(path);
  };
  stroke(outline, '#ffffff', 5);
  context.fillStyle = fill;
  context.fill(outline);
  stroke(outline, edge, 1.6);
  if (place.struck) {
    stroke(new Path2D(strike), '#ffffff', 5);
    stroke(new Path2D(strike), coloursOf('bad').edge, 2.4);
  }
  return image();
}

function arrowImage(hex: string): ImageData {
  const { context, image } = canvas(12);
  context.translate(6, 6);
  const outline = new Path2D('M-4 -4.5 5 0-4 4.5Z');
  context.fillStyle = hex;
  context.fill(outline);
  context.strokeStyle = '#ffffff';
  context.stroke(outline);
  return image();
}

/** Every image that the picture's layers name, drawn here rather than fetched. */
export function imagesOf({ places = [], lines = [] }: MapPicture): Map<string, ImageData> {
  const images = new Map<string, ImageData>();
  for (const place of places) {
    const name = iconOf(place);
    if (!images.has(name)) images.set(name, placeImage(place));
  }
  for (const { arrows, tone } of lines) {
    const { edge } = coloursOf(tone);
    if (arrows && !images.has(arrowOf(edge))) images.set(arrowOf(edge), arrowImage(edge));
  }
  return images;
}

export const imageRatio = ratio;
