import type { Effort } from './read-codes.ts';

export type Asked = {
  id: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
  effort: Effort;
};

export type Answered =
  | { is: 'ready' }
  | { is: 'broken'; why: string }
  | { is: 'read'; id: number; texts: string[] }
  | { is: 'failed'; id: number; why: string };

/** Reads codes beside the page, in a worker, so that a picture that takes long holds up nothing. */
export type Decoder = {
  /** Rejects where the program that reads cannot be started. */
  ready: Promise<void>;
  read: (picture: ImageData, effort: Effort) => Promise<string[]>;
  close: () => void;
};

export function openDecoder(): Decoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const ready = deferred<void>();
  // Whoever asks hears of it; a page that never asks is not to be told by the console.
  ready.promise.catch(() => undefined);
  const asked = new Map<number, Deferred<string[]>>();
  let last = 0;
  const broken = (why: string) => {
    const error = new Error(why);
    ready.reject(error);
    for (const one of asked.values()) one.reject(error);
    asked.clear();
  };
  worker.onerror = ({ message }) => broken(message || 'the worker did not start');
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    if (data.is === 'ready') return ready.resolve();
    if (data.is === 'broken') return broken(data.why);
    const one = asked.get(data.id);
    asked.delete(data.id);
    if (data.is === 'read') one?.resolve(data.texts);
    else one?.reject(new Error(data.why));
  };
  return {
    ready: ready.promise,
    async read({ data, width, height }, effort) {
      await ready.promise;
      const answer = deferred<string[]>();
      last += 1;
      asked.set(last, answer);
      const pixels = data as Uint8ClampedArray<ArrayBuffer>;
      const given: Asked = { id: last, pixels, width, height, effort };
      worker.postMessage(given, [pixels.buffer]);
      return answer.promise;
    },
    close() {
      broken('closed');
      worker.terminate();
    },
  };
}

type Deferred<Value> = {
  promise: Promise<Value>;
  resolve: (value: Value) => void;
  reject: (error: Error) => void;
};

/** As `Promise.withResolvers`, which phones of 2023 lack. */
function deferred<Value>(): Deferred<Value> {
  const made = {} as Deferred<Value>;
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
