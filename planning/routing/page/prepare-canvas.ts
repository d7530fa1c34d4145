/** Clears a canvas and fits it to its box and the screen's pixels. Lengths are CSS pixels from then on. */
export function prepareCanvas(canvas: HTMLCanvasElement): {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
} {
  const { clientWidth: width, clientHeight: height } = canvas;
  const sharpness = devicePixelRatio || 1;
  canvas.width = Math.round(width * sharpness);
  canvas.height = Math.round(height * sharpness);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('canvas 2d');
  context.scale(sharpness, sharpness);
  return { context, width, height };
}
