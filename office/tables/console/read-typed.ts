import type { Said } from '@liangbuwu/ui/language/messages.ts';
import type { CellValue, Column } from '../column.ts';
import { parseCell } from '../excel/parse-cell.ts';

/** What somebody typed into a column, read as a sheet's cell is: "1.2万", "07:30-11", "2022年11月10日" will do. */
export function readTyped(column: Column, typed: string): { value: CellValue } | { fault: Said } {
  const { value, fault } = parseCell(column, typed.trim() === '' ? null : typed);
  if (fault)
    return {
      fault: {
        'zh-CN': fault.cause['zh-CN'] + fault.remedy['zh-CN'],
        en: `${fault.cause.en} ${fault.remedy.en}`,
      },
    };
  return { value };
}
