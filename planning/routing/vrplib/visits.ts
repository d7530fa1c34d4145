import type { FileFaults } from './fault.ts';
import type { NodeRows } from './node-rows.ts';

/** What each node wants, in the file's own units, and where it says so. */
interface Wishes {
  demand: NodeRows;
  /** Earliest and latest. */
  window?: NodeRows | undefined;
  release?: NodeRows | undefined;
}

/** What no plan could keep, and what a depot cannot have. */
export function checkWishes(
  faults: FileFaults,
  { demand, window, release }: Wishes,
  depots: readonly number[],
  capacity: number | undefined,
): void {
  checkDemands(faults, demand, depots, capacity);
  if (window) checkWindows(faults, window);
  if (release) checkReleases(faults, release, depots);
}

function checkDemands(
  faults: FileFaults,
  { columns, lines, name }: NodeRows,
  depots: readonly number[],
  capacity = Number.POSITIVE_INFINITY,
): void {
  const [demands = new Float64Array()] = columns;
  for (const depot of depots) {
    if ((demands[depot] ?? 0) === 0 || Number.isNaN(demands[depot])) continue;
    faults.add(
      'depot-with-demand',
      lines[depot] ?? 0,
      name,
      [`车场的需求是 ${demands[depot]}`, `the depot has a demand of ${demands[depot]}`],
      [
        '写 0；车场也有需求时，为它另加一个节点',
        'write 0; add a node there if it has a demand too',
      ],
    );
  }
  for (const [node, demand] of demands.entries()) {
    if (!(demand > capacity) || depots.includes(node)) continue;
    faults.add(
      'demand-over-capacity',
      lines[node] ?? 0,
      name,
      [
        `需求 ${demand} 超过容量 ${capacity}`,
        `the demand of ${demand} is over the capacity of ${capacity}`,
      ],
      ['拆成几个节点，或加大 CAPACITY', 'split it into several nodes, or raise CAPACITY'],
    );
    if (faults.full) return;
  }
}

function checkWindows(faults: FileFaults, { columns, lines, name }: NodeRows): void {
  const [opens = new Float64Array(), closes = new Float64Array()] = columns;
  for (const [node, earliest] of opens.entries()) {
    const latest = closes[node] ?? Number.NaN;
    if (!(earliest > latest)) continue;
    faults.add(
      'window-reversed',
      lines[node] ?? 0,
      name,
      [
        `最早 ${earliest} 晚于最晚 ${latest}`,
        `the earliest time ${earliest} is later than the latest ${latest}`,
      ],
      ['先写最早，再写最晚', 'write the earliest first, then the latest'],
    );
    if (faults.full) return;
  }
}

function checkReleases(
  faults: FileFaults,
  { columns, lines, name }: NodeRows,
  depots: readonly number[],
): void {
  for (const depot of depots) {
    const release = columns[0]?.[depot] ?? 0;
    if (!(release > 0)) continue;
    faults.add(
      'depot-with-release',
      lines[depot] ?? 0,
      name,
      [`车场的到货时间是 ${release}`, `the depot has a release time of ${release}`],
      [
        '写 0；车场的开门时间写在 TIME_WINDOW_SECTION',
        'write 0; when it opens belongs in TIME_WINDOW_SECTION',
      ],
    );
  }
}
