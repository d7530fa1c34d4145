import type { Say } from '../../http/say.ts';
import { difference } from '../changes.ts';
import type { Column } from '../column.ts';
import type { FieldChange } from '../contract.ts';
import { rowId } from '../excel/match-headers.ts';
import { parseCell, parseRowId } from '../excel/parse-cell.ts';
import type { PlainCell } from '../excel/plain-cell.ts';
import type { Fate, SameNamed } from './contract.ts';

export interface CellFault {
  field: string;
  cause: Say;
  remedy: Say;
}

export interface ReadCells {
  /** The id that the row itself says it has. */
  id: string | null;
  values: Record<string, unknown>;
  /** What areas, places and rows were called: still words. */
  words: Record<string, string>;
  faults: CellFault[];
}

export interface Meaning {
  column: number;
  field: string | null;
  unit: string | null;
}

const pointing = new Set<Column['kind']>(['area', 'place', 'row']);

/** What a row's cells say, each by the column that its header means. */
export function readCells(
  cells: readonly (PlainCell | undefined)[],
  meanings: readonly Meaning[],
  columns: readonly Column[],
): ReadCells {
  const read: ReadCells = { id: null, values: {}, words: {}, faults: [] };
  for (const { column: at, field, unit } of meanings) {
    if (field === rowId) {
      const parsed = parseRowId(cells[at]);
      if ('fault' in parsed) read.faults.push({ field: rowId, ...parsed.fault });
      else read.id = parsed.id;
      continue;
    }
    const column = columns.find((one) => one.field === field && !one.shown);
    if (!column) continue;
    const { value, fault } = parseCell(column, cells[at], unit === null ? {} : { unit });
    if (fault) read.faults.push({ field: column.field, cause: fault.cause, remedy: fault.remedy });
    else if (pointing.has(column.kind) && typeof value === 'string')
      read.words[column.field] = value;
    else read.values[column.field] = value;
  }
  return read;
}

export interface Judged {
  fate: Fate;
  changes: FieldChange[];
}

/**
 * What becomes of a row that has no fault.
 *
 * @param before the row that it is by its id, or by its name where that is how rows of one name are to be treated.
 */
export function judge(of: {
  fields: readonly string[];
  after: Readonly<Record<string, unknown>>;
  before: Readonly<Record<string, unknown>> | undefined;
  /** The sheet has had this row before. */
  twice: boolean;
  /** A row of this name is there, and this one does not say that it is it. */
  sameNamed: boolean;
  how: SameNamed;
}): Judged {
  const { fields, after, before } = of;
  const changes = difference(fields, before ?? {}, after);
  if (of.twice) return { fate: 'doubled', changes: [] };
  if (of.sameNamed && of.how === 'skip') return { fate: 'doubled', changes: [] };
  if (!before) return { fate: 'new', changes: changes.filter((change) => change.after !== null) };
  return { fate: changes.length === 0 ? 'same' : 'changed', changes };
}
