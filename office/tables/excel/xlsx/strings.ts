import { readXml } from './xml.ts';

/** The texts that cells name by number. Of a text in several fonts all runs; of one with pinyin above it, the text. */
export async function readStrings(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  textLength: number,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let collecting = false;
  let phonetic = false;
  const elements = {
    open(name: string) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      collecting = name === 't' && !phonetic;
    },
    close(name: string) {
      collecting = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(unescaped(text));
    },
    text(run: string) {
      // One more than allowed: whoever uses it can tell.
      if (collecting && text.length <= textLength) text += run.slice(0, textLength + 1);
    },
  };
  for await (const _ of readXml(part, pieces, elements));
  return strings;
}

/** Excel writes what XML cannot hold as `_x000D_`, and a text that looks like it as `_x005F_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

export const escaped = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
