import type { Format } from '@liangbuwu/ui/language/format.ts';
import type { Said } from '@liangbuwu/ui/language/messages.ts';
import type { Column } from '../column.ts';

export interface CellWords {
  format: Format;
  say: (said: Said | undefined) => string;
  yes: string;
  no: string;
  comma: string;
  empty: string;
}

/** A plain value as text; what is none is empty. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** What a row is called: its first column. */
export const titleOf = (
  columns: readonly Pick<Column, 'field'>[],
  row: Readonly<Record<string, unknown>>,
): string => asText(row[columns[0]?.field ?? 'id']);

/** A value of a column as a reader sees it, without its unit. */
export function formatCell(
  column: Pick<Column, 'kind' | 'options'>,
  value: unknown,
  names: Readonly<Record<string, string>>,
  { format, say, yes, no, comma, empty }: CellWords,
): string {
  if (value === null || value === undefined || value === '') return empty;
  switch (column.kind) {
    case 'whole':
      return format.number(value as number);
    case 'decimal':
      return format.number(value as number, 3);
    case 'time':
      return format.timeOfDay(value as number);
    case 'hours': {
      const hours = value as [number, number][];
      if (hours.length === 0) return empty;
      return hours.map(([from, to]) => format.timeRange(from, to)).join(comma);
    }
    case 'flag':
      return value === true ? yes : no;
    case 'choice': {
      const option = column.options?.find((one) => one.value === value);
      return option ? say(option.words) : asText(value);
    }
    case 'area':
    case 'place':
    case 'row':
      return names[asText(value)] ?? empty;
    case 'instant':
      return format.instant(asText(value));
    default:
      return asText(value);
  }
}
