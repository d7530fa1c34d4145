import { below, type FaultList } from './faults.ts';
import { isRecord, type Reader, whole } from './readers.ts';
import { found, show } from './show.ts';

const cell = whole(0);

/** A table of whole numbers or null. Its size is looked at by {@link travelSize}. */
export const table: Reader = (value, path, faults) => {
  if (!Array.isArray(value)) {
    faults.add(path, 'wrong-type', found(value), {
      'zh-CN': '一个列表，每个地点一行',
      en: 'a list with one row for each place',
    });
    return;
  }
  for (let i = 0; i < value.length && !faults.full; i++) readRow(value[i], below(path, i), faults);
};

function readRow(row: unknown, path: string, faults: FaultList): void {
  if (!Array.isArray(row)) {
    faults.add(path, 'wrong-type', found(row), {
      'zh-CN': '一个列表，每个地点一个数',
      en: 'a list with one number for each place',
    });
    return;
  }
  for (let j = 0; j < row.length; j++) {
    const value: unknown = row[j];
    if (value === null || (Number.isSafeInteger(value) && (value as number) >= 0)) continue;
    cell(value, below(path, j), faults);
    if (faults.full) return;
  }
}

/** Both tables have one row and one column for each place. */
export function travelSize(problem: Record<string, unknown>, faults: FaultList): void {
  const { places, travel } = problem;
  if (!Array.isArray(places) || !isRecord(travel)) return;
  for (const name of ['seconds', 'metres']) {
    const rows = travel[name];
    if (!Array.isArray(rows)) continue;
    const path = below('/travel', name);
    sized(rows, places.length, path, faults);
    rows.forEach((row, i) => {
      if (Array.isArray(row)) sized(row, places.length, below(path, i), faults);
    });
  }
}

function sized(row: unknown[], places: number, path: string, faults: FaultList): void {
  if (row.length === places) return;
  const shown = show(row);
  faults.add(
    path,
    'matrix-size',
    { 'zh-CN': `这里是 ${shown['zh-CN']}`, en: `is ${shown.en}` },
    {
      'zh-CN': `${places} 项，与 places 一一对应`,
      en: `${places}, one for each entry of places, in their order`,
    },
  );
}
