import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateHouseholds, householdsFile } from './households.generate.ts';
import { readScenario } from './scenario.ts';
import { kinds, secondsOfDay } from './water.ts';

const scenario = readScenario();
const { areas, places, water, households } = scenario;
const TOWN = '430212106';
const BAIBI = '430212106213';
const HONGQI = '430212106222';
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('water', () => {
  it('has points in each of the 11 villages, two to five, whose people add up to it', () => {
    expect(water.villages.length).toBe(11);
    const town = areas.filter((area) => area.parent === TOWN);
    expect(water.villages.map((village) => village.area).sort()).toEqual(ids(town).sort());
    for (const { area, peopleShort } of water.villages) {
      const points = water.points.filter((point) => point.village === area);
      expect(points.length).toBeGreaterThanOrEqual(2);
      expect(points.length).toBeLessThanOrEqual(5);
      expect(sum(points.map((point) => point.people))).toBe(peopleShort);
    }
  });

  it('has 白壁村 as the most populous with 1,100-odd people short, and as the driest', () => {
    const [first, ...others] = water.villages.toSorted((a, b) => b.peopleShort - a.peopleShort);
    expect(first).toMatchObject({ area: BAIBI, degree: 'severe' });
    expect(Math.floor((first?.peopleShort ?? 0) / 100)).toBe(11);
    const perHead = (area: string) => {
      const points = water.points.filter((point) => point.village === area);
      const wells = points.flatMap((point) =>
        point.ownWater.filter((own) => own.from === 'household-wells'),
      );
      return sum(wells.map((own) => own.litres)) / sum(points.map((point) => point.people));
    };
    for (const { area } of others) expect(perHead(area)).toBeGreaterThan(perHead(BAIBI));
  });

  it('has two trial stations in 白壁村; each point carries what its station gives it', () => {
    expect(water.stations.map(({ village, trial }) => ({ village, trial }))).toEqual([
      { village: BAIBI, trial: true },
      { village: BAIBI, trial: true },
    ]);
    for (const { id, litresPerDay, serves } of water.stations) {
      expect(sum(serves.map((row) => row.litres))).toBe(litresPerDay);
      for (const { point, litres } of serves) {
        const own = water.points.find((row) => row.id === point)?.ownWater;
        expect(own).toContainEqual({ from: id, litres });
      }
    }
    const carried = water.points.flatMap((point) =>
      point.ownWater.filter((own) => own.from !== 'household-wells'),
    );
    expect(carried.length).toBe(sum(water.stations.map((station) => station.serves.length)));
  });

  it('has candidates for the next stations in 白壁村 and 红旗村; what exists is counted at the points already', () => {
    const existing = water.sites.filter(({ state }) => state === 'existing');
    const stationAt = new Map(water.stations.map((station) => [station.place, station]));
    expect(existing).toHaveLength(water.stations.length);
    for (const { place, litresPerDay, countedLitres } of existing) {
      const station = stationAt.get(place ?? '');
      expect(litresPerDay).toBe(station?.litresPerDay);
      expect(countedLitres).toBe(sum(station?.serves.map(({ litres }) => litres) ?? []));
    }
    const ideas = water.sites.filter(({ state }) => state === 'idea');
    expect(new Set(ideas.map(({ village }) => village))).toEqual(
      new Set(['430212106213', '430212106222']),
    );
    expect(
      water.sites.filter(({ place, at }) => (place === undefined) === (at === undefined)),
    ).toEqual([]);
  });

  it('has 7 disinfected tankers of 5 to 10 t', () => {
    expect(water.tankers.length).toBe(7);
    for (const { litres, disinfection } of water.tankers) {
      expect(litres).toBeGreaterThanOrEqual(5000);
      expect(litres).toBeLessThanOrEqual(10000);
      expect(disinfection.last <= '2022-11-10').toBe(true);
    }
  });

  it('has shifts that follow one another within 07:00–24:00, and no driver twice', () => {
    const drivers = water.tankers.flatMap((row) => row.shifts.map((shift) => shift.driver));
    expect(new Set(drivers).size).toBe(drivers.length);
    expect(drivers.sort()).toEqual(ids(water.drivers).sort());
    for (const { shifts } of water.tankers) {
      for (const { from, to } of shifts) {
        expect(secondsOfDay(from)).toBeGreaterThanOrEqual(secondsOfDay('07:00'));
        expect(secondsOfDay(to) - secondsOfDay(from)).toBeGreaterThan(0);
        expect(secondsOfDay(to) - secondsOfDay(from)).toBeLessThanOrEqual(9 * 3600);
      }
      expect(shifts.slice(1).map((shift) => shift.from)).toEqual(
        shifts.slice(0, -1).map((shift) => shift.to),
      );
    }
    const covers = (time: string) =>
      water.tankers.some((row) => row.shifts.some(({ from, to }) => from <= time && time < to));
    expect(['07:00', '12:00', '15:30', '20:00', '23:59'].filter((time) => !covers(time))).toEqual(
      [],
    );
  });

  it('has appointed hours in the order of the day, apart from each other, within the service hours', () => {
    const { service, points, sources } = water;
    for (const { open = [] } of [...points, ...sources]) {
      const times = [service.from, ...open.flat(), service.to].map(secondsOfDay);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(open.flat()).size).toBe(2 * open.length);
    }
  });

  it('has the three floors, rising, each with its source', () => {
    const { tiers, version } = water.floors;
    expect(version).not.toBe('');
    expect(tiers.map((tier) => tier.litresPerPerson)).toEqual([7.5, 15, 20]);
    expect(tiers.map((tier) => tier.source)).toEqual([
      'Sphere Handbook 2018',
      'Sphere Handbook 2018',
      'UNHCR 2018',
    ]);
  });

  it('has a point of each kind beside the villages, and own figures for each', () => {
    expect(water.institutions.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
    for (const kind of kinds) {
      const { litres, weight } = water.floors.kinds[kind];
      expect(litres ?? weight, kind).not.toBeNull();
    }
  });

  it('has the Sanmen waterworks, in Sanmen Town of Tianyuan District, closed by traffic control', () => {
    const sanmen = places.find((place) => place.id === 'waterworks-sanmen');
    const town = areas.find((area) => area.id === sanmen?.area);
    expect(town).toMatchObject({ name: '三门镇', parent: '430211' });
    const closure = scenario.closures.find((row) => row.closes.includes('waterworks-sanmen'));
    expect(closure?.from.slice(0, 10)).toBe('2022-11-10');
    expect(closure?.until).toBeNull();
    expect(closure?.reason['zh-CN']).toContain('交通管制');
  });

  it('has another waterworks and a few household wells, whose owners agreed hours and litres', () => {
    const works = water.sources.filter((source) => source.kind === 'waterworks');
    const wells = water.sources.filter((source) => source.kind === 'deep-well');
    expect(works.length).toBe(2);
    expect(wells.length).toBeGreaterThanOrEqual(3);
    for (const { consent, litresPerDay, litresPerMinute } of wells) {
      expect(consent).toBeDefined();
      expect(litresPerDay).toBeGreaterThan(0);
      expect(litresPerMinute).toBeLessThan(100);
    }
  });

  it('stands inside the drawn outline of the town, but for the Sanmen waterworks', () => {
    const ring = scenario.outline.features[0]?.geometry.coordinates[0] ?? [];
    const outside = places.filter(({ position }) => !isInside(ring, position.lon, position.lat));
    expect(ids(outside)).toEqual(['waterworks-sanmen']);
  });
});

function isInside(ring: [number, number][], lon: number, lat: number): boolean {
  let inside = false;
  for (const [index, [x, y]] of ring.entries()) {
    const [px, py] = ring.at(index - 1) as [number, number];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  }
  return inside;
}

describe('households', () => {
  it('add up to the people of each point', () => {
    for (const { id, people } of water.points) {
      const here = households.filter((household) => household.point === id);
      expect(sum(here.map((household) => household.people))).toBe(people);
    }
  });

  it('bring water to the door wherever somebody cannot come', () => {
    const cannot = households.filter((household) => household.cannotCome);
    const delivered = new Set(ids(water.points.filter((point) => point.doorDelivery)));
    expect(cannot.length).toBeGreaterThan(0);
    expect(cannot.filter((household) => !delivered.has(household.point))).toEqual([]);
    const hongqi = new Set(ids(water.points.filter((point) => point.village === HONGQI)));
    expect(cannot.some((row) => hongqi.has(row.point) && row.aloneElderly)).toBe(true);
    expect(households.filter((row) => row.aloneElderly && row.people !== 1)).toEqual([]);
  });

  it('are what the generator makes of the points', () => {
    const names = new Map(places.map((place) => [place.id, place.name['zh-CN']]));
    const made = generateHouseholds(water.points, (point) => names.get(point.place) ?? '');
    expect(householdsFile(made)).toBe(
      readFileSync(new URL('./data/households.json', import.meta.url), 'utf8'),
    );
  });
});
