import { findMomentFormat, type MomentFormat } from './moments.ts';
import { readXml } from './xml.ts';

/** By a cell's style: is its number a day or a time? */
export async function readStyles(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<(MomentFormat | undefined)[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  const elements = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? 0));
    },
    close(name: string) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  for await (const _ of readXml(part, pieces, elements));
  return ids.map((id) => findMomentFormat(id, codes.get(id)));
}
