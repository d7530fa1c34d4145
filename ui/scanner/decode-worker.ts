import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { Answered, Asked } from './decoder.ts';
import { readCodes } from './read-codes.ts';

// By itself the library would fetch it from elsewhere.
const prepared = prepareZXingModule({
  overrides: { locateFile: () => wasmUrl },
  fireImmediately: true,
});
prepared.then(
  () => answer({ is: 'ready' }),
  (error: unknown) => answer({ is: 'broken', why: String(error) }),
);

self.onmessage = async ({ data: { id, pixels, width, height, effort } }: MessageEvent<Asked>) => {
  try {
    const picture = new ImageData(pixels, width, height);
    answer({ is: 'read', id, texts: await readCodes(picture, effort) });
  } catch (error) {
    answer({ is: 'failed', id, why: String(error) });
  }
};

const answer = (said: Answered) => self.postMessage(said);
