/** Height of a row, mm, so that all rows fit into the room that a page leaves them; no higher than is good to read. */
export function rowHeight(rows: number, room: number, most: number): number {
  return Math.min(most, Math.floor((room / Math.max(1, rows)) * 100) / 100);
}

/** Size of type, mm, at which texts fill no more than the room; a Chinese character is as wide as it is high. */
export function typeSize(
  texts: readonly string[],
  of: { width: number; room: number; most: number },
): number {
  const leading = 1.35;
  for (let size = of.most; size > 2; size -= 0.1) {
    const lines = texts.reduce(
      (sum, text) => sum + Math.ceil((widthOf(text) * size) / of.width),
      0,
    );
    if (lines * size * leading <= of.room) return Math.round(size * 10) / 10;
  }
  return 2;
}

/** In characters of full width; what Latin ones take is on the safe side. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58), 0);
