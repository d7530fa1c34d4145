import type { VehicleType } from '../problem.ts';
import { type FileFaults, shown, type Words } from './fault.ts';
import type { Convention } from './instance.ts';
import { type Layout, readLayout, type SectionName } from './layout.ts';
import type { Sheet } from './make-instance.ts';
import { type NodeRows, readNodeRows } from './node-rows.ts';
import { type Bounds, findNumber, getField, getNumber } from './numbers.ts';
import { explicitMatrix, positionsMatrix, readEdgeWeightType } from './travel.ts';
import { DEMAND, MOST_NODES, POSITION, type Units, unitsOf } from './units.ts';
import { readDepots, readFleet } from './vehicles.ts';
import { checkWishes } from './visits.ts';

interface Kind {
  convention: Convention;
  /** Sections of this kind that must be there. */
  needs: readonly SectionName[];
}

const CAPACITATED: Kind = { convention: 'rounded', needs: [] };

const KINDS: Record<string, Kind> = {
  CVRP: CAPACITATED,
  ACVRP: CAPACITATED,
  DCVRP: CAPACITATED,
  VRPTW: { convention: 'one-decimal', needs: ['TIME_WINDOW_SECTION'] },
  MTVRPTWR: {
    convention: 'tenths',
    needs: ['TIME_WINDOW_SECTION', 'RELEASE_TIME_SECTION', 'VEHICLES_RELOAD_DEPOT_SECTION'],
  },
};

/** Sections that any kind may have. */
const ALWAYS: readonly SectionName[] = [
  'NODE_COORD_SECTION',
  'DEMAND_SECTION',
  'DEPOT_SECTION',
  'EDGE_WEIGHT_SECTION',
  'SERVICE_TIME_SECTION',
  'VEHICLES_DEPOT_SECTION',
  'DISPLAY_DATA_SECTION',
];

/** Reads a file of keys and sections; undefined when there is a fault. */
export function readSectionsFile(faults: FileFaults, text: string): Sheet | undefined {
  const layout = readLayout(faults, text);
  const kind = readKind(faults, layout);
  const nodes = readDimension(faults, layout);
  const weights = readEdgeWeightType(faults, layout);
  if (kind) checkSections(faults, layout, kind, weights);
  if (!kind || nodes === undefined || weights === undefined) return undefined;

  const units = unitsOf(kind.convention);
  const rows = readRows(faults, layout, nodes, units);
  const depots = readDepots(faults, layout, nodes);
  const service = findNumber(faults, layout, 'SERVICE_TIME', units.timeBounds);
  const capacity = getNumber(faults, layout, 'CAPACITY', { ...DEMAND, least: 1 });
  const hasService = service !== undefined || rows.service !== undefined;
  const limit = readLimit(faults, layout, units, hasService);
  const alike = { ...(capacity === undefined ? {} : { capacity }), ...limit };
  const fleet = readFleet(faults, layout, depots, nodes, alike);
  if (depots.length >= nodes) addNoClient(faults);
  if (!rows.demand) return undefined;
  checkWishes(faults, { ...rows, demand: rows.demand }, depots, capacity);
  // A matrix is the one thing that takes long: not for a file that is refused anyway.
  if (!faults.none) return undefined;
  const matrix =
    weights === 'EXPLICIT'
      ? explicitMatrix(faults, layout, nodes, units)
      : rows.position && positionsMatrix(faults, rows.position, weights, units);
  if (!matrix || !faults.none) return undefined;
  const [earliest, latest] = rows.window?.columns ?? [];
  const [xs, ys] = rows.position?.columns ?? [];
  return {
    name: readName(layout),
    convention: kind.convention,
    depots,
    fleet,
    matrix,
    demands: rows.demand.columns[0] ?? new Float64Array(nodes),
    services: rows.service?.columns[0] ?? everywhere(nodes, depots, service),
    earliest,
    latest,
    releases: rows.release?.columns[0],
    xs,
    ys,
  };
}

function readKind(faults: FileFaults, layout: Layout): Kind | undefined {
  const field = getField(faults, layout, 'TYPE');
  if (!field) return undefined;
  const kind = KINDS[field.value.toUpperCase()];
  if (kind) return kind;
  const known = Object.keys(KINDS);
  faults.add(
    'unknown-type',
    field.line,
    'TYPE',
    [
      `不认识 ${shown(field.value)} 这种问题`,
      `${shown(field.value)} is not a kind of problem that is known here`,
    ],
    [`用其中之一：${known.join('、')}`, `use one of ${known.join(', ')}`],
  );
  return undefined;
}

function readDimension(faults: FileFaults, layout: Layout): number | undefined {
  const nodes = getNumber(faults, layout, 'DIMENSION', { least: 2, most: 1e9, whole: true });
  if (nodes === undefined || nodes <= MOST_NODES) return nodes;
  addTooManyNodes(faults, layout.fields.get('DIMENSION')?.line ?? 0, 'DIMENSION');
  return undefined;
}

export function addTooManyNodes(faults: FileFaults, line: number, at: string): void {
  const cause: Words = [`节点超过 ${MOST_NODES} 个`, `has more than ${MOST_NODES} nodes`];
  faults.add('too-large', line, at, cause, [
    '按区域分成几个文件',
    'divide it into several files, by area',
  ]);
}

function checkSections(
  faults: FileFaults,
  { sections, fields }: Layout,
  kind: Kind,
  weights: string | undefined,
): void {
  const needed: SectionName[] = ['DEMAND_SECTION', 'DEPOT_SECTION', ...kind.needs];
  if (weights) needed.push(weights === 'EXPLICIT' ? 'EDGE_WEIGHT_SECTION' : 'NODE_COORD_SECTION');
  for (const name of needed) {
    if (sections.has(name)) continue;
    faults.add(
      'missing-section',
      0,
      name,
      [`缺少 ${name}`, `${name} is missing`],
      [
        `补上 ${name}，或改正 TYPE、EDGE_WEIGHT_TYPE`,
        `add ${name}, or put TYPE or EDGE_WEIGHT_TYPE right`,
      ],
    );
  }
  const type = fields.get('TYPE')?.value ?? '';
  for (const { name, line } of sections.values()) {
    const allowed: readonly string[] = [...ALWAYS, ...kind.needs];
    if (allowed.includes(name)) continue;
    faults.add(
      'unexpected-section',
      line - 1,
      name,
      [
        `TYPE ${type} 没有 ${name}，其中的规则不会被遵守`,
        `TYPE ${type} has no ${name}; its rules would not be kept`,
      ],
      ['改正 TYPE，或删去这个段', 'put TYPE right, or delete the section'],
    );
  }
}

interface Rows {
  position?: NodeRows | undefined;
  demand?: NodeRows | undefined;
  window?: NodeRows | undefined;
  release?: NodeRows | undefined;
  service?: NodeRows | undefined;
}

function readRows(
  faults: FileFaults,
  { sections }: Layout,
  nodes: number,
  { timeBounds }: Units,
): Rows {
  const read = (name: SectionName, ...columns: Bounds[]): NodeRows | undefined => {
    const section = sections.get(name);
    return section && readNodeRows(faults, section, { columns, nodes, firstNode: 1 });
  };
  return {
    position: read('NODE_COORD_SECTION', POSITION, POSITION),
    demand: read('DEMAND_SECTION', DEMAND),
    window: read('TIME_WINDOW_SECTION', timeBounds, timeBounds),
    release: read('RELEASE_TIME_SECTION', timeBounds),
    service: read('SERVICE_TIME_SECTION', timeBounds),
  };
}

/** `DISTANCE` limits travel and service together where there is service, as in the sets of Christofides et al. (1979). */
function readLimit(
  faults: FileFaults,
  layout: Layout,
  { time, timeBounds }: Units,
  hasService: boolean,
): Partial<VehicleType> {
  const limit = findNumber(faults, layout, 'DISTANCE', timeBounds);
  if (limit === undefined) return {};
  return hasService ? { durationAtMost: time(limit) } : { distanceAtMost: time(limit) };
}

function everywhere(
  nodes: number,
  depots: readonly number[],
  service: number | undefined,
): Float64Array | undefined {
  if (service === undefined) return undefined;
  const services = new Float64Array(nodes).fill(service);
  for (const depot of depots) services[depot] = 0;
  return services;
}

function readName({ fields }: Layout): string {
  return (fields.get('NAME')?.value ?? '').replace(/^"(.*)"$/, '$1');
}

function addNoClient(faults: FileFaults): void {
  faults.add(
    'no-client',
    0,
    'DEPOT_SECTION',
    ['每个节点都是车场，没有客户', 'every node is a depot; there is no client'],
    ['加上客户的节点', 'add nodes of clients'],
  );
}
