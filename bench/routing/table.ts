/** One run's outcome. Without a cost there was no plan, or the checker found a fault in it. */
export interface Outcome {
  cost: number | undefined;
  seconds: number;
}

export interface Row {
  instance: string;
  set: string;
  /** Best known cost, if there is one. */
  best: number | undefined;
  /** By solver. 'refused': it cannot express the problem. No entry: not run. */
  outcomes: Map<string, Outcome[] | 'refused'>;
}

/** Gaps to a reference in percent, over the seeds that gave a plan. */
interface Gaps {
  mean: number;
  least: number;
  most: number;
  plans: number;
  runs: number;
  seconds: number;
}

/**
 * A Markdown table: a row for each instance and for each set's mean, two columns for each solver.
 *
 * A set has a mean only for a solver with a plan from every seed on every instance of the set.
 */
export function comparison(rows: readonly Row[], solvers: readonly string[]): string {
  const head = ['instance', 'best known', ...solvers.flatMap((solver) => [`${solver}, %`, 's'])];
  const lines = [head, head.map(() => '---')];
  for (const set of new Set(rows.map((row) => row.set))) {
    const members = rows.filter((row) => row.set === set);
    for (const row of members) {
      const cells = solvers.flatMap((solver) => cellsOf(row, solver));
      lines.push([row.instance, referenceText(row), ...cells]);
    }
    const means = solvers.flatMap((solver) => meanCells(members, solver));
    if (members.length > 1) lines.push([`**${set}, mean**`, '', ...means]);
  }
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Best known; else the least cost of all runs. */
function referenceOf({ best, outcomes }: Row): number | undefined {
  if (best !== undefined) return best;
  const costs = [...outcomes.values()].flatMap((outcome) =>
    outcome === 'refused' ? [] : outcome.flatMap(({ cost }) => cost ?? []),
  );
  return costs.length > 0 ? Math.min(...costs) : undefined;
}

function referenceText(row: Row): string {
  const reference = referenceOf(row);
  if (reference === undefined) return '';
  return row.best === undefined ? `${reference} †` : String(reference);
}

function gapsOf(row: Row, solver: string): Gaps | undefined {
  const outcomes = row.outcomes.get(solver);
  if (!outcomes || outcomes === 'refused' || outcomes.length === 0) return undefined;
  const reference = referenceOf(row) ?? 0;
  const gaps = outcomes.flatMap(({ cost }) =>
    cost === undefined ? [] : [100 * (cost / reference - 1)],
  );
  return {
    mean: meanOf(gaps),
    least: Math.min(...gaps),
    most: Math.max(...gaps),
    plans: gaps.length,
    runs: outcomes.length,
    seconds: meanOf(outcomes.map(({ seconds }) => seconds)),
  };
}

function cellsOf(row: Row, solver: string): [gap: string, seconds: string] {
  const gaps = gapsOf(row, solver);
  if (!gaps) return [row.outcomes.get(solver) === 'refused' ? '–' : '', ''];
  const { plans, runs } = gaps;
  if (plans === 0) return [`no plan (0 of ${runs})`, gaps.seconds.toFixed(1)];
  const range = plans > 1 ? ` (${percent(gaps.least)}–${percent(gaps.most)})` : '';
  const share = plans < runs ? `, ${plans} of ${runs}` : '';
  return [`${percent(gaps.mean)}${range}${share}`, gaps.seconds.toFixed(1)];
}

function meanCells(rows: readonly Row[], solver: string): [gap: string, seconds: string] {
  const all = rows.flatMap((row) => gapsOf(row, solver) ?? []);
  if (all.length < rows.length || all.some(({ plans, runs }) => plans < runs)) return ['', ''];
  return [
    `**${percent(meanOf(all.map(({ mean }) => mean)))}**`,
    meanOf(all.map(({ seconds }) => seconds)).toFixed(1),
  ];
}

function percent(value: number): string {
  return (value.toFixed(2) === '-0.00' ? 0 : value).toFixed(2);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
