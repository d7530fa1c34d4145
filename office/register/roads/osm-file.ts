import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream';
import { inflateSync } from 'node:zlib';
import { OSMTransform, parse } from 'osm-pbf-parser-node';
import { Refusal, refuse } from '../../http/refusal.ts';
import { notOsmPbf, otherCompression, roadsFileAway } from './refusals.ts';

interface OsmNode {
  type: 'node';
  id: number;
  lon: number;
  lat: number;
}

interface OsmWay {
  type: 'way';
  id: number;
  refs: number[];
  tags?: Record<string, string>;
}

export type OsmThing = OsmNode | OsmWay | { type: 'relation' };

// The format's own limits; a length beyond them is no length.
const largestBlobHeader = 64 * 1024;
const largestBlob = 32 * 1024 * 1024;

/** Hands over the file's blocks one after the other, still deflated. A fault ends the stream instead of the process. */
class Blocks extends OSMTransform {
  constructor() {
    super({ writeRaw: true });
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, next: TransformCallback): void {
    try {
      super._transform(chunk, encoding, (error) => next(error ?? this.refuseLength()));
    } catch (error) {
      next(error as Error);
    }
  }

  override _flush(next: TransformCallback): void {
    try {
      super._flush(next);
    } catch (error) {
      next(error as Error);
    }
  }

  /** The parser waits for as many bytes as a length field says. */
  private refuseLength(): Error | null {
    const { needed } = this as unknown as { needed: number };
    return needed > largestBlob ? new Error(`a block of ${needed} bytes`) : null;
  }
}

/**
 * Reads an .osm.pbf file block by block: nodes without their tags, ways with the tags that are asked for. Between blocks
 * other work goes on. Refuses what is no such file.
 */
export async function* readOsm(
  file: string,
  options: {
    wayTags: string[];
    signal?: AbortSignal | undefined;
    onRead?: (share: number) => void;
  },
): AsyncGenerator<OsmThing[], void, void> {
  const size = await requireOsmPbf(file);
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const blocks = new Blocks();
  // The iteration below ends with the same error.
  pipeline(source, blocks, () => {});
  try {
    for await (const block of blocks as AsyncIterable<unknown>) {
      options.signal?.throwIfAborted();
      if (!Buffer.isBuffer(block)) continue;
      const content = inflateSync(block, { maxOutputLength: largestBlob });
      const withTags = { node: false, way: options.wayTags, relation: false };
      yield parse(content, { withTags }) as OsmThing[];
      options.onRead?.(size > 0 ? source.bytesRead / size : 1);
    }
  } catch (error) {
    options.signal?.throwIfAborted();
    throw explain(error);
  } finally {
    source.destroy();
    blocks.destroy();
  }
}

/** The file's size. Its first bytes must be those of a PBF's header. */
async function requireOsmPbf(file: string): Promise<number> {
  const head = Buffer.alloc(64);
  let size: number;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw refuse(roadsFileAway, { file });
    size = found.size;
    const handle = await open(file);
    try {
      await handle.read(head, 0, head.length, 0);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refuse(roadsFileAway, { file });
  }
  const length = head.readUInt32BE(0);
  if (length === 0 || length > largestBlobHeader || !head.includes('OSMHeader')) {
    throw refuse(notOsmPbf, { why: 'OSMHeader ?' });
  }
  return size;
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if (/^inflating .* not implemented$/.test(error.message)) {
    return refuse(otherCompression, undefined);
  }
  return refuse(notOsmPbf, { why: error.message.slice(0, 100) });
}
