import type { Compiled } from '../compile/compile-table.ts';
import { placeOf } from '../compile/place.ts';
import { type FaultList, say } from '../refuse/fault.ts';
import { canHold } from '../search/axis.ts';
import { addGap } from './gap.ts';
import { addOverlaps } from './overlaps.ts';

/** Finds what can only be seen of a table as a whole: overlaps, gaps, and what is never used. */
export function doubtsOf(compiled: Compiled, faults: FaultList): void {
  addUnusedColumns(compiled, faults);
  addCellsThatNeverHold(compiled, faults);
  addOverlaps(compiled, faults);
  if (!faults.barred) addGap(compiled, faults);
}

function addUnusedColumns({ columns, table }: Compiled, faults: FaultList): void {
  columns.forEach(({ cells, expression }, c) => {
    if (cells.some(({ any }) => !any)) return;
    const { label = expression.text } = table.columns[c];
    faults.doubt(
      'column-unused',
      `columns[${c}]`,
      say(`“${label}”这一列没有一条规则用到`, `“${label}” is a column that no rule uses`),
      say('去掉这一列，或补上条件', 'leave it out, or give a rule a condition in it'),
    );
  });
}

function addCellsThatNeverHold(
  { table, columns, axes, axisOf }: Compiled,
  faults: FaultList,
): void {
  columns.forEach(({ cells }, c) => {
    const axis = axes[axisOf[c]];
    cells.forEach((cell, row) => {
      if (cell.any || canHold(cell, axis)) return;
      const { at, cell: id, named } = placeOf(table, row, c);
      faults.doubt(
        'cell-never',
        at,
        say(`${named['zh-CN']}没有一个值能符合`, `${named.en} holds of no value there is`),
        say('改正这一格，或改取值范围', 'put the cell right, or the values allowed'),
        id,
      );
    });
  });
}
