import type { VehicleType } from '../problem.ts';
import type { FileFaults } from './fault.ts';
import { type Layout, rowsOf } from './layout.ts';
import { addRowLength, readNode } from './node-rows.ts';
import { findNumber } from './numbers.ts';

/** Of what the vehicles of a file are alike, and in what not. */
export interface Fleet {
  types: VehicleType[];
  /** The type of each vehicle, in the file's numbering. */
  vehicleTypes: number[];
}

const MOST_VEHICLES = 1_000_000;

/** The nodes that are depots, from 0, in the order of the file; the list ends with -1 or with its section. */
export function readDepots(faults: FileFaults, { sections }: Layout, nodes: number): number[] {
  const section = sections.get('DEPOT_SECTION');
  if (!section) return [];
  const depots: number[] = [];
  let ended = false;
  for (const { line, words } of rowsOf(section)) {
    if (faults.full) break;
    if (ended) {
      addAfterEnd(faults, line, section.name);
      break;
    }
    if (words[0] === '-1' && words.length === 1) {
      ended = true;
      continue;
    }
    if (words.length !== 1) {
      addRowLength(faults, line, section.name, words.length, 1);
      continue;
    }
    const depot = readNode(faults, words[0] ?? '', line, section.name, nodes, 1);
    if (depot < 0) continue;
    if (!depots.includes(depot)) depots.push(depot);
    else {
      faults.add(
        'duplicate-node',
        line,
        section.name,
        [`车场 ${depot + 1} 写了两次`, `depot ${depot + 1} is there twice`],
        ['每个车场只写一次', 'name each depot once'],
      );
    }
  }
  if (depots.length === 0 && faults.none) {
    faults.add(
      'no-depot',
      section.line,
      section.name,
      ['没有车场', 'names no depot'],
      ['写车场的节点编号，最后一行写 -1', "write the depot's node number, and -1 on the last line"],
    );
  }
  return depots;
}

function addAfterEnd(faults: FileFaults, line: number, at: string): void {
  faults.add(
    'unreadable-line',
    line,
    at,
    ['-1 表示车场列表结束，之后还有一行', 'comes after the -1 that ends the list of depots'],
    ['把 -1 移到最后一行，或删去这一行', 'move the -1 to the end, or delete the line'],
  );
}

/** Vehicles that are alike in where they begin and take on loads are one type. */
export function readFleet(
  faults: FileFaults,
  layout: Layout,
  depots: readonly number[],
  nodes: number,
  alike: Omit<VehicleType, 'count'>,
): Fleet {
  const bounds = { least: 1, most: MOST_VEHICLES, whole: true };
  const limited = findNumber(faults, layout, 'VEHICLES', bounds);
  const starts = readDepotRows(faults, layout, 'VEHICLES_DEPOT_SECTION', depots, limited, 1);
  const reloads = readDepotRows(
    faults,
    layout,
    'VEHICLES_RELOAD_DEPOT_SECTION',
    depots,
    limited,
    depots.length,
  );
  checkStarts(faults, layout, depots, starts);
  const count = limited ?? Math.max(1, nodes - depots.length);
  const types: VehicleType[] = [];
  const known = new Map<string, number>();
  const vehicleTypes: number[] = [];
  for (let vehicle = 1; vehicle <= count; vehicle++) {
    const start = starts?.get(vehicle)?.[0] ?? 0;
    const reloading = reloads?.get(vehicle) ?? [];
    const key = [start, ...reloading].join();
    const type = known.get(key) ?? types.length;
    known.set(key, type);
    vehicleTypes.push(type);
    const seen = types[type];
    if (seen) seen.count++;
    else
      types.push({
        count: 1,
        ...alike,
        start,
        ...(reloading.length > 0 ? { reloads: reloading } : {}),
      });
  }
  return { types, vehicleTypes };
}

/** Rows of `vehicle depot …`: for each vehicle the indices of its depots. Undefined when there is no such section. */
function readDepotRows(
  faults: FileFaults,
  { sections }: Layout,
  name: string,
  depots: readonly number[],
  vehicles: number | undefined,
  most: number,
): Map<number, number[]> | undefined {
  const section = sections.get(name);
  if (!section) return undefined;
  const rows = new Map<number, number[]>();
  if (vehicles === undefined) {
    faults.add(
      'missing-key',
      0,
      'VEHICLES',
      [`有 ${name}，却没有 VEHICLES`, `${name} is there, VEHICLES is not`],
      ['在各段之前加一行 VEHICLES : …', 'add a line VEHICLES : … before the sections'],
    );
    return rows;
  }
  for (const { line, words } of rowsOf(section)) {
    if (faults.full) break;
    const [first = '', ...rest] = words;
    const vehicle = /^\d{1,9}$/.test(first) ? Number(first) : 0;
    if (rest.length > most || rest.length === 0) {
      addRowLength(faults, line, name, words.length, 2);
    } else if (vehicle < 1 || vehicle > vehicles || rows.has(vehicle)) {
      faults.add(
        'unknown-vehicle',
        line,
        name,
        rows.has(vehicle)
          ? [`车辆 ${vehicle} 写了两次`, `vehicle ${vehicle} is there twice`]
          : [`没有这辆车：${first.slice(0, 40)}`, `there is no vehicle ${first.slice(0, 40)}`],
        [
          `车辆编号为 1 到 ${vehicles}，各写一次`,
          `vehicles are numbered from 1 to ${vehicles}, one row each`,
        ],
      );
    } else {
      const indices = rest.map((word) => depots.findIndex((node) => String(node + 1) === word));
      if (indices.includes(-1)) addUnknownDepot(faults, line, name, depots);
      rows.set(
        vehicle,
        [...new Set(indices)].sort((a, b) => a - b),
      );
    }
  }
  return rows;
}

/** With several depots a file says where each vehicle begins, unless the others are for new loads only. */
function checkStarts(
  faults: FileFaults,
  { fields, sections }: Layout,
  depots: readonly number[],
  starts: Map<number, number[]> | undefined,
): void {
  if (starts || depots.length < 2 || sections.has('VEHICLES_RELOAD_DEPOT_SECTION')) return;
  faults.add(
    'several-depots',
    sections.get('DEPOT_SECTION')?.line ?? 0,
    'DEPOT_SECTION',
    [
      `有 ${depots.length} 个车场，没有说明车辆从哪个出发`,
      `there are ${depots.length} depots, and nothing says where vehicles begin`,
    ],
    fields.has('VEHICLES')
      ? [
          '在 VEHICLES_DEPOT_SECTION 里写每辆车的车场',
          "name each vehicle's depot in VEHICLES_DEPOT_SECTION",
        ]
      : [
          '写 VEHICLES，并在 VEHICLES_DEPOT_SECTION 里写每辆车的车场',
          "give VEHICLES, and each vehicle's depot in VEHICLES_DEPOT_SECTION",
        ],
  );
}

function addUnknownDepot(
  faults: FileFaults,
  line: number,
  at: string,
  depots: readonly number[],
): void {
  const known = depots.slice(0, 10).map((node) => node + 1);
  faults.add(
    'unknown-depot',
    line,
    at,
    ['有的节点不是车场', 'names a node that is no depot'],
    [`车场是 ${known.join('、')}`, `the depots are ${known.join(', ')}`],
  );
}
