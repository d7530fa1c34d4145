export interface Spot {
  x: number;
  y: number;
}

/** What is written down; the first entry of every list is the depot. */
interface Made {
  /** Key and value of each line before the sections, in order. */
  fields: readonly (readonly [key: string, value: string | number])[];
  spots: readonly Spot[];
  demands: readonly number[];
  windows?: readonly (readonly [earliest: number, latest: number])[];
  releases?: readonly number[];
  /** So many vehicles, each of which may take on a new load at the depot. */
  reloading?: number;
}

/** The text of a VRPLIB file with one depot, node 1. */
export function instanceText(made: Made): string {
  const { fields, spots, demands, windows, releases, reloading } = made;
  const lines = fields.map(([key, value]) => `${key} : ${value}`);
  const section = (name: string, rows: readonly (readonly number[])[] | undefined): void => {
    if (!rows) return;
    lines.push(name, ...rows.map((row, i) => [i + 1, ...row].join('\t')));
  };
  section(
    'NODE_COORD_SECTION',
    spots.map(({ x, y }) => [x, y]),
  );
  section(
    'DEMAND_SECTION',
    demands.map((demand) => [demand]),
  );
  section('TIME_WINDOW_SECTION', windows);
  section(
    'RELEASE_TIME_SECTION',
    releases?.map((release) => [release]),
  );
  section(
    'VEHICLES_RELOAD_DEPOT_SECTION',
    reloading === undefined ? undefined : Array.from({ length: reloading }, () => [1]),
  );
  lines.push('DEPOT_SECTION', '1', '-1', 'EOF');
  return `${lines.join('\n')}\n`;
}
