import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** A frame of a camera is one of many, so a glance will do; a photo is looked at as hard as can be. */
export type Effort = 'glance' | 'look';

const options: Record<Effort, ReaderOptions> = {
  glance: { tryInvert: false, tryRotate: false },
  look: { tryInvert: true, tryRotate: true, tryDenoise: true },
};

/** The different texts of the QR codes in a picture, two at most: whoever asks for one has to know that there are more. */
export async function readCodes(picture: ImageData, effort: Effort): Promise<string[]> {
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    textMode: 'Plain',
    tryHarder: true,
    maxNumberOfSymbols: 2,
    ...options[effort],
  });
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))];
}
