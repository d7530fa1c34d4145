import { type Client, type Depot, NEVER, type Problem, type VehicleType } from '../problem.ts';
import { type FaultList, say } from './fault.ts';
import { indexInto, readList, readWhole, readWholes, type Whole, type Wholes } from './wholes.ts';

const ANY: Whole = { least: 0, most: NEVER };

export function readDepots(faults: FaultList, { depots, places }: Problem): void {
  const rules: Wholes<keyof Depot> = {
    place: { ...indexInto('places', places), required: true },
    earliest: ANY,
    latest: ANY,
    service: ANY,
  };
  const list = readList(faults, depots, 'depots');
  if (list.length === 0 && Array.isArray(depots)) {
    const cause = say('没有站点', 'there is no depot');
    const remedy = say('至少写一个路线起止的站点', 'give at least one, where routes begin and end');
    faults.add('no-depot', 'depots', cause, remedy);
  }
  for (const [i, depot] of list.entries()) {
    if (readWholes(faults, depot, `depots[${i}]`, rules)) {
      readWindow(faults, depot as Depot, `depots[${i}]`);
    }
  }
}

export function readClients(faults: FaultList, { clients, places }: Problem): void {
  const rules: Wholes<keyof Client> = {
    place: { ...indexInto('places', places), required: true },
    demand: ANY,
    service: ANY,
    earliest: ANY,
    latest: ANY,
    release: ANY,
    prize: ANY,
  };
  for (const [i, client] of readList(faults, clients, 'clients').entries()) {
    if (readWholes(faults, client, `clients[${i}]`, rules)) {
      readWindow(faults, client as Client, `clients[${i}]`);
    }
  }
}

export function readVehicles(faults: FaultList, { vehicles, depots, profiles }: Problem): void {
  const depot = indexInto('depots', depots?.length);
  const rules: Wholes<Exclude<keyof VehicleType, 'reloads'>> = {
    count: { ...ANY, required: true },
    capacity: ANY,
    start: depot,
    end: depot,
    reloadsAtMost: ANY,
    earliest: ANY,
    latest: ANY,
    durationAtMost: ANY,
    distanceAtMost: ANY,
    fixedCost: ANY,
    distanceCost: ANY,
    durationCost: ANY,
    profile: indexInto('profiles', profiles?.length),
  };
  const list = readList(faults, vehicles, 'vehicles');
  for (const [i, vehicle] of list.entries()) {
    const at = `vehicles[${i}]`;
    if (!readWholes(faults, vehicle, at, rules)) continue;
    const type = vehicle as VehicleType;
    readWindow(faults, type, at);
    if (type.reloads === undefined) continue;
    for (const [j, reload] of readList(faults, type.reloads, `${at}.reloads`).entries()) {
      readWhole(faults, reload, `${at}.reloads[${j}]`, { ...depot, required: true });
    }
  }
  if (Array.isArray(vehicles) && !vehicles.some((type) => type?.count !== 0)) {
    const cause = say('没有车辆', 'there is no vehicle');
    const remedy = say(
      '至少写一种车辆，其 count 不小于 1',
      'give at least one vehicle type whose count is 1 or more',
    );
    faults.add('no-vehicle', 'vehicles', cause, remedy);
  }
}

function readWindow(
  faults: FaultList,
  { earliest = 0, latest = NEVER }: { earliest?: number; latest?: number },
  at: string,
): void {
  if (earliest <= latest) return;
  const cause = say(
    `earliest ${earliest} 晚于 latest ${latest}`,
    `has earliest ${earliest}, after latest ${latest}`,
  );
  const remedy = say(
    '对调两者，或省略没有限制的一个',
    'exchange them, or leave out the one that is no limit',
  );
  faults.add('window-reversed', at, cause, remedy);
}
