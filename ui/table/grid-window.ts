/** Rows drawn above and below what is in sight, so that scrolling shows no gaps. */
const spare = 8;

/** Which rows of a long list are to be drawn: from, and before which. */
export function windowOf(of: {
  scrolled: number;
  height: number;
  rowHeight: number;
  total: number;
}): { from: number; to: number } {
  const first = Math.floor(Math.max(0, of.scrolled) / of.rowHeight);
  const from = Math.max(0, Math.min(first, of.total) - spare);
  const to = Math.min(of.total, first + Math.ceil(of.height / of.rowHeight) + spare);
  return { from, to: Math.max(from, to) };
}

type Place = { row: number; column: number };

/** Where a key leads to in a grid; the same place where it leads nowhere. */
export function moved(
  place: Place,
  key: string,
  of: { total: number; columns: number; page?: number },
): Place {
  const row = (to: number) => Math.max(0, Math.min(of.total - 1, to));
  const column = (to: number) => Math.max(0, Math.min(of.columns - 1, to));
  const { page = 10 } = of;
  const steps: Record<string, Place> = {
    ArrowDown: { ...place, row: row(place.row + 1) },
    ArrowUp: { ...place, row: row(place.row - 1) },
    ArrowRight: { ...place, column: column(place.column + 1) },
    ArrowLeft: { ...place, column: column(place.column - 1) },
    PageDown: { ...place, row: row(place.row + page) },
    PageUp: { ...place, row: row(place.row - page) },
    Home: { ...place, column: 0 },
    End: { ...place, column: of.columns - 1 },
  };
  return steps[key] ?? place;
}
