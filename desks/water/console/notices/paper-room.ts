/** Height of a row, mm, so that all rows fit into the room that a page leaves them; no higher than is good to read. */
export function rowHeight(rows: number, room: number, most: number): number {
  return Math.min(most, Math.floor((room / Math.max(1, rows)) * 100) / 100);
}

const leading = 1.35;

/** Size of type, mm, at which texts fill no more than the room, and the height that they then take. */
export function fitTexts(
  texts: readonly string[],
  of: { width: number; room: number; most: number },
): { size: number; height: number } {
  const heightAt = (size: number) =>
    leading *
    size *
    texts.reduce((lines, text) => lines + Math.ceil((widthOf(text) * size) / of.width), 0);
  let size = of.most;
  while (size > 2 && heightAt(size) > of.room) size = Math.round(size * 10 - 1) / 10;
  return { size, height: heightAt(size) };
}

/** In characters of full width; what Latin ones take is on the safe side. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58), 0);
