import type { FileFaults } from './fault.ts';
import { rowsOf, type Section } from './layout.ts';
import type { Sheet } from './make-instance.ts';
import { addRowLength, type NodeRows, readNodeRows } from './node-rows.ts';
import { type Bounds, readBounded } from './numbers.ts';
import { addTooManyNodes } from './sections-file.ts';
import { positionsMatrix } from './travel.ts';
import { DEMAND, MOST_NODES, POSITION, unitsOf } from './units.ts';
import { checkWishes } from './visits.ts';

/** Whether it reads `VEHICLE … CUSTOMER …` rather than keys and sections. */
export function looksClassic(text: string): boolean {
  return /^[ \t]*VEHICLE[ \t]*\r?$/im.test(text.slice(0, 10_000));
}

/**
 * Reads a file in the layout in which Solomon (1987) and Gehring & Homberger (1999) are handed round: number and capacity
 * of the vehicles, then a table of customers, the depot first. Undefined when there is a fault.
 */
export function readClassicFile(faults: FileFaults, text: string): Sheet | undefined {
  const units = unitsOf('one-decimal');
  const fleet = readVehicle(faults, text);
  const customers = readCustomers(faults, text, units.timeBounds);
  if (!customers) return undefined;
  const [xs, ys, demands = new Float64Array(), earliest, latest, services] = customers.columns;
  const part = (first: number, last: number): NodeRows => ({
    ...customers,
    columns: customers.columns.slice(first, last),
  });
  checkWishes(faults, { demand: part(2, 3), window: part(3, 5) }, [0], fleet?.capacity);
  if (!faults.none || !fleet) return undefined;
  const matrix = positionsMatrix(faults, part(0, 2), 'EUC_2D', units);
  if (!faults.none) return undefined;
  const { count, capacity } = fleet;
  return {
    name: /\S.*/.exec(text.slice(0, 1000))?.[0].trim() ?? '',
    convention: 'one-decimal',
    depots: [0],
    fleet: {
      types: [{ count, capacity, start: 0 }],
      vehicleTypes: Array.from({ length: count }, () => 0),
    },
    matrix,
    demands,
    services,
    earliest,
    latest,
    xs,
    ys,
  };
}

function readVehicle(
  faults: FileFaults,
  text: string,
): { count: number; capacity: number } | undefined {
  const table = findTable(faults, text, 'VEHICLE');
  if (!table) return undefined;
  const row = rowsOf(table).next().value;
  if (row?.words.length !== 2) {
    addRowLength(faults, row?.line ?? table.line, 'VEHICLE', row?.words.length ?? 0, 2);
    return undefined;
  }
  const [count = '', capacity = ''] = row.words;
  const read = (word: string, most: number): number =>
    readBounded(faults, word, row.line, 'VEHICLE', { least: 1, most, whole: true });
  return { count: read(count, 1_000_000), capacity: read(capacity, DEMAND.most) };
}

function readCustomers(faults: FileFaults, text: string, time: Bounds): NodeRows | undefined {
  const table = findTable(faults, text, 'CUSTOMER');
  if (!table) return undefined;
  let nodes = 0;
  for (const _ of rowsOf(table)) if (++nodes > MOST_NODES) break;
  if (nodes > MOST_NODES) {
    addTooManyNodes(faults, table.line, 'CUSTOMER');
    return undefined;
  }
  if (nodes < 2) {
    faults.add(
      'no-client',
      table.line,
      'CUSTOMER',
      [`有 ${nodes} 行，没有客户`, `has ${nodes} rows, so there is no client`],
      ['第一行是车场，随后每个客户一行', 'write the depot first, then a row for each client'],
    );
    return undefined;
  }
  const columns = [POSITION, POSITION, DEMAND, time, time, time];
  return readNodeRows(faults, table, { columns, nodes, firstNode: 0 });
}

/** The rows below a title and the line that names the columns. */
function findTable(faults: FileFaults, text: string, title: string): Section | undefined {
  const head = text.slice(0, 20_000);
  const start = new RegExp(`^[ \\t]*${title}[ \\t]*\\r?\\n\\s*[A-Za-z][^\\n]*\\n`, 'im').exec(head);
  if (!start) {
    faults.add(
      'missing-section',
      0,
      title,
      [`缺少 ${title} 表`, `the table ${title} is missing`],
      [
        `写一行 ${title}、一行列名，再写各行`,
        `write a line ${title}, a line that names the columns, then the rows`,
      ],
    );
    return undefined;
  }
  const from = start.index + start[0].length;
  const next = title === 'VEHICLE' ? head.slice(from).search(/^[ \t]*CUSTOMER/im) : -1;
  return {
    name: title,
    text,
    from,
    to: next < 0 ? text.length : from + next,
    line: text.slice(0, from).split('\n').length,
  };
}
