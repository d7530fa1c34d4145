/** Millimetres on an A4 sheet of a gate: what rows may take, a line, and what stands around a row. */
const room = 212;
const line = 7.1;
const around = 3;
/** Full-width characters in a line of names. */
const across = 22;

export interface SheetRow {
  lines: readonly string[];
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x100 ? 0.6 : 1), 0);

const heightOf = ({ lines }: SheetRow): number =>
  around +
  line *
    Math.max(
      2,
      lines.reduce((sum, text) => sum + Math.ceil(widthOf(text) / across), 0),
    );

/** Rows dealt out to sheets, so that none is cut off at the foot of one. */
export function sheetPages<Row extends SheetRow>(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [];
  let left = 0;
  for (const row of rows) {
    const height = heightOf(row);
    if (pages.length === 0 || height > left) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= height;
  }
  return pages;
}

/** “高一1班、2班、3班”: what names begin with alike is said once. */
export function namesInShort(names: readonly string[], comma: string): string[] {
  const groups = Map.groupBy(names, (name) => /^\D*/.exec(name)?.[0] ?? '');
  return [...groups].map(([start, of]) =>
    of.map((name, i) => (i === 0 || name === start ? name : name.slice(start.length))).join(comma),
  );
}
