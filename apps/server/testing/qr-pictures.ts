import { crc32, deflateSync } from 'node:zlib';
import { passQr } from '@liangbuwu/passes/qr.ts';

const frame = { width: 640, height: 480 };
const light = 235;
const dark = 16;

/** What a camera would see of a QR code, as a film (YUV4MPEG2) for Chromium's fake camera; without a text it sees nothing. */
export function filmOf(text?: string): Buffer {
  const { width, height } = frame;
  const grey =
    text === undefined ? Buffer.alloc(width * height, light) : drawn(text, width, height);
  const colour = Buffer.alloc((width * height) / 2, 128);
  const one = Buffer.concat([Buffer.from('FRAME\n'), grey, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F20:1 Ip A1:1 C420mpeg2\n`);
  return Buffer.concat([head, ...Array.from({ length: 4 }, () => one)]);
}

/** A photo of QR codes, one above the other, as PNG. */
export function photoOf(...texts: string[]): Buffer {
  const side = 800;
  const grey = Buffer.concat(texts.map((text) => drawn(text, side, side)));
  const height = side * texts.length;
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.of(0), grey.subarray(y * side, (y + 1) * side)]),
    ),
  );
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(height, 4);
  // 8 bits of grey.
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function drawn(text: string, width: number, height: number): Buffer {
  const { modules, size } = passQr(text);
  const scale = Math.floor(Math.min(width, height) / size);
  const [left, top] = [(width - size * scale) >> 1, (height - size * scale) >> 1];
  const grey = Buffer.alloc(width * height, light);
  for (let y = 0; y < size * scale; y++) {
    const row = modules[Math.floor(y / scale)];
    for (let x = 0; x < size * scale; x++) {
      if (row?.[Math.floor(x / scale)]) grey[(top + y) * width + left + x] = dark;
    }
  }
  return grey;
}
