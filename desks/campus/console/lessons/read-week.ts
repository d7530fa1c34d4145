import { readCell } from './read-cell.ts';

/** What is unclear about a pasted week: which line and column of it, from 1, and what stands there. */
export interface PasteFault {
  row: number;
  column: number;
  is: 'cell' | 'period' | 'day';
  text: string;
}
export interface PastedWeek {
  cells: { day: number; period: string; text: string }[];
  bad: PasteFault[];
}

/** Rows and cells as a spreadsheet copies them: cells of several lines stand in quotes. */
export function readSheet(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  end();
  while (rows.length > 1 && rows.at(-1)?.every((one) => one === '')) rows.pop();
  return rows;
}

const dayNames = [
  /^(星期|周|礼拜)一$|^mon/i,
  /^(星期|周|礼拜)二$|^tue/i,
  /^(星期|周|礼拜)三$|^wed/i,
  /^(星期|周|礼拜)四$|^thu/i,
  /^(星期|周|礼拜)五$|^fri/i,
  /^(星期|周|礼拜)六$|^sat/i,
  /^(星期|周|礼拜)[日天]$|^sun/i,
];
const dayOf = (text: string): number | undefined => {
  const at = dayNames.findIndex((name) => name.test(text.trim()));
  return at < 0 ? undefined : at + 1;
};
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** A whole week: days across, periods down, with their headings or without. */
export function readWeek(
  text: string,
  periods: readonly { id: string; name: string }[],
): PastedWeek {
  const sheet = readSheet(text);
  const read: PastedWeek = { cells: [], bad: [] };
  const [first = []] = sheet;
  const hasDays = first.some((one) => dayOf(one) !== undefined);
  const body = sheet.map((cells, at) => ({ cells, row: at + 1 })).slice(hasDays ? 1 : 0);
  const named = (typed = '') => periods.find(({ name }) => plain(name) === plain(typed));
  const heads = hasDays
    ? dayOf(first[0] ?? '') === undefined
    : body.length > 0 && body.every(({ cells: [head] }) => named(head) !== undefined);
  const columns = hasDays ? first.map(dayOf) : undefined;
  const byName = heads && body.some(({ cells: [head] }) => named(head) !== undefined);
  let next = 0;
  for (const { cells, row } of body) {
    if (cells.every((one) => one === '')) continue;
    const [head = ''] = cells;
    const period = byName ? named(head) : periods[next++];
    const lessons = cells.slice(heads ? 1 : 0);
    if (!period) {
      // A line such as the noon break has nothing but its name.
      if (lessons.some((one) => one !== ''))
        read.bad.push({ row, column: 1, is: 'period', text: head });
      continue;
    }
    for (const [i, typed] of lessons.entries()) {
      const at = i + (heads ? 1 : 0);
      if (typed === '') continue;
      const day = columns ? columns[at] : i + 1;
      const column = at + 1;
      if (day === undefined || day > 7) read.bad.push({ row, column, is: 'day', text: typed });
      else if (readCell(typed) === undefined)
        read.bad.push({ row, column, is: 'cell', text: typed });
      else read.cells.push({ day, period: period.id, text: typed });
    }
  }
  return read;
}
