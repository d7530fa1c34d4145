/** The longer side of a picture that is read, px: more takes longer and finds no more. */
const most = { frame: 1000, photo: 1800 };

/** The pixels of a camera's frame or of a photo, made smaller where it is larger than needed; undefined: it has none yet. */
export function pixelsOf(
  source: HTMLVideoElement | ImageBitmap,
  canvas: HTMLCanvasElement,
): ImageData | undefined {
  const [width, height, longest] =
    source instanceof ImageBitmap
      ? [source.width, source.height, most.photo]
      : [source.videoWidth, source.videoHeight, most.frame];
  const scale = Math.min(1, longest / Math.max(width, height));
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (wide === 0 || high === 0) return undefined;
  canvas.width = wide;
  canvas.height = high;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(source, 0, 0, wide, high);
  return context.getImageData(0, 0, wide, high);
}
