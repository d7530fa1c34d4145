export type Labelled = {
  id: string;
  x: number;
  y: number;
  /** Px from the middle to the edge of its mark. */
  reach: number;
  text: string;
  /** Higher ones get their place first. */
  weight: number;
};

export type PlacedLabel = { id: string; x: number; y: number; anchor: 'start' | 'middle' | 'end' };

type Box = { left: number; top: number; right: number; bottom: number };

const hits = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Roughly how wide a text is at `size` px: Chinese characters are square, others about half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += /[\u2e80-\ufeff]/.test(letter) ? size : size * 0.56;
  return width;
}

/** Finds each label a side of its mark where it covers nothing; a label that has none is left out. */
export function placeLabels(
  items: readonly Labelled[],
  frame: { width: number; height: number },
  size = 12,
): PlacedLabel[] {
  const taken: Box[] = items.map(({ x, y, reach }) => ({
    left: x - reach,
    top: y - reach,
    right: x + reach,
    bottom: y + reach,
  }));
  const placed: PlacedLabel[] = [];
  const order = items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => b.item.weight - a.item.weight || a.at - b.at);
  for (const { item, at } of order) {
    const { x, y, reach } = item;
    const width = textWidth(item.text, size);
    const gap = reach + 4;
    const half = size * 0.6;
    const middle = y + size * 0.36;
    const sides: [PlacedLabel['anchor'], number, number, number][] = [
      ['start', x + gap, middle, x + gap],
      ['end', x - gap, middle, x - gap - width],
      ['middle', x, y - gap, x - width / 2],
      ['middle', x, y + gap + size * 0.8, x - width / 2],
    ];
    for (const [anchor, textX, textY, left] of sides) {
      const centre = textY - size * 0.36;
      const box = {
        left: left - 1,
        right: left + width + 1,
        top: centre - half,
        bottom: centre + half,
      };
      const inside =
        box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height;
      if (!inside || taken.some((other, owner) => owner !== at && hits(box, other))) continue;
      taken.push(box);
      placed.push({ id: item.id, x: textX, y: textY, anchor });
      break;
    }
  }
  return placed;
}
