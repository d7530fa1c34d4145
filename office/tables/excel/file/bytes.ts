import { type FileHandle, open } from 'node:fs/promises';

/** A file's bytes, wherever they lie. */
export interface Bytes {
  size: number;
  /** Fewer than asked for at the end. */
  read(from: number, length: number): Promise<Uint8Array>;
}

/** A path, or the file's content. */
export type Source = string | Uint8Array;

const chunk = 64 * 1024;

/** The file is open only for as long as `use` takes. */
export async function withBytes<T>(source: Source, use: (bytes: Bytes) => Promise<T>): Promise<T> {
  if (typeof source !== 'string') return use(inMemory(source));
  const file = await open(source);
  try {
    return await use(await onDisk(file));
  } finally {
    await file.close();
  }
}

/** The same for what is read piece by piece. */
export async function* streamBytes<T>(
  source: Source,
  use: (bytes: Bytes) => AsyncIterable<T>,
): AsyncGenerator<T> {
  if (typeof source !== 'string') {
    yield* use(inMemory(source));
    return;
  }
  const file = await open(source);
  try {
    yield* use(await onDisk(file));
  } finally {
    await file.close();
  }
}

export async function* pieces(
  bytes: Bytes,
  from: number,
  length: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < from + length; at += chunk) {
    signal?.throwIfAborted();
    yield await bytes.read(at, Math.min(chunk, from + length - at));
  }
}

const inMemory = (content: Uint8Array): Bytes => ({
  size: content.length,
  read: (from, length) => Promise.resolve(content.subarray(from, from + length)),
});

async function onDisk(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat();
  return {
    size,
    async read(from, length) {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - from)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(
          buffer,
          filled,
          buffer.length - filled,
          from + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
}
