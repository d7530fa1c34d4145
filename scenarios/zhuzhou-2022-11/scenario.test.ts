import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readScenario, ScenarioFault } from './scenario.ts';
import { Water } from './water.ts';

const scenario = readScenario();
const { areas, places, water, households, users, response, facts } = scenario;
const TOWN = '430212106';
const data = new URL('./data/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, data), 'utf8');
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

describe('areas', () => {
  it('hold the city, its nine county-level areas and every town and village below', () => {
    const count = (level: string, extended: boolean) =>
      areas.filter((area) => area.level === level && area.extended === extended).length;
    expect(count('prefecture', false)).toBe(1);
    expect(count('county', false)).toBe(9);
    expect(count('town', false)).toBe(112);
    expect(count('village', false)).toBe(1400);
  });

  it('hold one area that a user added, without a division code', () => {
    const extended = areas.filter((area) => area.extended || area.code === null);
    expect(extended).toMatchObject([
      { name: '经开区', level: 'county', code: null, extended: true },
    ]);
  });

  it('are a tree: a parent stands before its children, and its code begins theirs', () => {
    const at = new Map(areas.map((area, index) => [area.id, index]));
    const [root, ...others] = areas;
    expect(root).toMatchObject({ id: '430200', level: 'prefecture', parent: null });
    const misplaced = others.filter(
      ({ parent }, index) => parent === null || !((at.get(parent) ?? Infinity) < index + 1),
    );
    expect(misplaced).toEqual([]);
    const miscoded = others.filter(({ code, level, parent }) => {
      const prefix = level === 'county' ? '4302' : (parent ?? '?');
      return code !== null && !code.startsWith(prefix);
    });
    expect(miscoded).toEqual([]);
  });

  it('hold three villages called 红旗村: a name is no key', () => {
    const namesakes = areas.filter((area) => area.level === 'village' && area.name === '红旗村');
    expect(ids(namesakes).sort()).toEqual(['430212101217', '430212106222', '430224105202']);
  });

  it('find 坝塘村, a name from before the merger, under its town', () => {
    expect(areas.find((area) => area.formerNames.includes('坝塘村'))?.id).toBe(TOWN);
  });
});

describe('ids and references', () => {
  const lists = {
    areas,
    places,
    households,
    users,
    closures: scenario.closures,
    roadClasses: scenario.roadClasses,
    drivers: water.drivers,
    tankers: water.tankers,
    sources: water.sources,
    stations: water.stations,
    sites: water.sites,
    points: water.points,
    institutions: water.institutions,
    responses: response.responses,
    facts: facts.facts,
    schools: scenario.schools.schools,
    classes: scenario.schools.schools.flatMap((row) => row.classes),
    pupils: scenario.pupils.classes.flatMap((row) => row.pupils),
    gates: scenario.gates.gates,
    passes: scenario.gates.passes,
    checks: scenario.gates.checks,
    returnees: scenario.gates.returnees,
    reopenings: scenario.reopenings.plans,
  };

  it.each(Object.entries(lists))('%s have ids of their own', (_, rows) => {
    const found = ids(rows);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
  });

  it('resolve, and none of them is a name', () => {
    const { schools } = scenario.schools;
    const area = new Set(
      [...areas, ...schools, ...schools.flatMap((row) => row.classes)].map(({ id }) => id),
    );
    const place = new Set(ids(places));
    const point = new Set(ids(water.points));
    const driver = new Set(ids(water.drivers));
    const station = new Set(ids(water.stations));
    const expectAll = (known: Set<string>, used: string[]) =>
      expect(used.filter((id) => !known.has(id))).toEqual([]);
    expectAll(area, [
      ...places.map((row) => row.area),
      ...water.villages.map((row) => row.area),
      ...water.points.map((row) => row.village),
      ...water.institutions.map((row) => row.village),
      ...water.stations.map((row) => row.village),
      ...water.sites.map((row) => row.village),
      ...users.map((row) => row.area),
      ...scenario.pupils.classes.map((row) => row.class),
      ...scenario.pupils.sampled.map((row) => row.class),
      ...scenario.pupils.checks.flatMap((row) => [
        ...row.classes,
        ...row.except.map((one) => one.class),
      ]),
      ...scenario.pupils.care.flatMap((row) => [row.school, ...row.asked.map((one) => one.class)]),
      ...scenario.pupils.staying.map((row) => row.school),
      ...schools.flatMap(({ sampling = [] }) =>
        sampling.flatMap(({ groups }) => groups.flatMap((group) => group.classes)),
      ),
      ...schools.map((row) => row.within),
      ...scenario.reopenings.plans.flatMap(({ school, batches }) => [
        school,
        ...batches.flatMap(({ groups }) => groups.flatMap((group) => group.classes)),
      ]),
      ...scenario.schoolDays.days.flatMap((day) => [
        day.school,
        ...day.classes.map((row) => row.class),
        ...day.siblings.flatMap((row) => row.classes),
      ]),
      ...scenario.lessons.schools.flatMap(({ id, classes }) => [
        id,
        ...classes.map((row) => row.class),
      ]),
      ...response.responses.flatMap((row) => row.areas),
      ...scenario.outline.features.map((row) => row.properties.area),
      response.tenant,
    ]);
    expectAll(place, [
      ...water.villages.map((row) => row.place),
      ...water.tankers.map((row) => row.home),
      ...water.sources.map((row) => row.place),
      ...water.stations.map((row) => row.place),
      ...water.sites.flatMap((row) => row.place ?? []),
      ...water.points.map((row) => row.place),
      ...water.institutions.map((row) => row.place),
      ...scenario.closures.flatMap((row) => row.closes),
    ]);
    expectAll(point, [
      ...households.map((row) => row.point),
      ...users.flatMap((row) => row.linkedPoints ?? []),
      ...water.stations.flatMap((row) => row.serves.map((serves) => serves.point)),
    ]);
    expectAll(driver, [
      ...water.tankers.flatMap((row) => row.shifts.map((shift) => shift.driver)),
      ...users.flatMap((row) => row.driver ?? []),
    ]);
    expectAll(
      new Set([...station, 'household-wells']),
      water.points.flatMap((row) => row.ownWater.map((own) => own.from)),
    );
    expectAll(
      new Set(ids(scenario.roadClasses)),
      places.map((row) => row.roadClass),
    );
    expectAll(
      new Set(ids(response.responses)),
      scenario.closures.map((row) => row.response),
    );
    const names = new Set(places.flatMap((row) => [row.name['zh-CN'], row.name.en]));
    expect([...place, ...point].filter((id) => names.has(id))).toEqual([]);
  });

  it('put a point and its place in the same village', () => {
    const areaOf = new Map(places.map((place) => [place.id, place.area]));
    const all = [...water.points, ...water.institutions];
    expect(all.filter(({ place, village }) => areaOf.get(place) !== village)).toEqual([]);
  });
});

describe('honesty', () => {
  it('gives every coordinate its provenance, and calls every schematic one invented', () => {
    const schematic = places.filter((place) => place.position.provenance === 'schematic');
    expect(schematic.length).toBeGreaterThan(0);
    expect(schematic.filter((place) => !place.invented)).toEqual([]);
    const real = places.filter((place) => place.position.provenance === 'real');
    expect(ids(real)).toEqual(['village-430212106001', 'yard-tangyuanao']);
    expect(real.map(({ position: { lon, lat } }) => [lon, lat])).toEqual([
      [112.999167, 27.536667],
      [112.999167, 27.536667],
    ]);
  });

  it('refuses an invented record that does not say so', () => {
    const list = [
      'drivers',
      'tankers',
      'sources',
      'stations',
      'sites',
      'villages',
      'points',
      'institutions',
    ] as const;
    for (const name of list) {
      const file = JSON.parse(text('water.json')) as Record<string, { invented?: true }[]>;
      expect(Water.safeParse(file).success).toBe(true);
      delete file[name]?.[0]?.invented;
      const fault = Water.safeParse(file).error?.issues[0];
      expect(fault?.path).toEqual([name, 0, 'invented']);
    }
  });

  it('lets everything told rest on a fact, and every fact point at data', () => {
    const known = new Set(ids(facts.facts));
    const used = [
      ...places,
      ...scenario.closures,
      ...users,
      ...response.responses,
      water.service,
      ...water.tankers,
      ...water.sources,
      ...water.stations,
      ...water.sites,
      ...water.villages,
      ...water.points,
      ...water.institutions,
      ...scenario.gates.gates,
      ...scenario.schools.schools,
      ...scenario.reopenings.plans,
      ...scenario.lessons.schools,
    ].flatMap((row) => row.told ?? []);
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    const targets = facts.facts.flatMap((fact) => fact.mapsTo);
    expect(targets.filter((target) => find(target) === undefined)).toEqual([]);
  });

  it('names no person', () => {
    for (const driver of water.drivers) expect(driver.name['zh-CN']).toMatch(/^司机.$/);
    for (const { phone } of households) expect(phone).toBeNull();
  });
});

/** What `file#/json/pointer` or `file#id` points at. */
function find(target: string): unknown {
  const [file, pointer] = target.split('#') as [string, string];
  if (file.startsWith('rules/')) {
    const dmn = readFileSync(new URL(file, import.meta.url), 'utf8');
    return dmn.includes(`<rule id="${pointer}">`) ? pointer : undefined;
  }
  if (file === 'areas.json') return areas.find((area) => area.id === pointer);
  const json: unknown = JSON.parse(text(file));
  if (pointer.startsWith('/')) {
    return pointer
      .slice(1)
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], json);
  }
  return Object.values(json as Record<string, { id: string }[]>)
    .flat()
    .find((row) => row.id === pointer);
}

describe('people and responses', () => {
  it('has one account for each post, known by it alone', () => {
    const roles = new Set(users.map((user) => user.role));
    expect([...roles].sort()).toEqual([
      'administrator',
      'class-teacher',
      'counsellor',
      'county-officer',
      'dormitory-keeper',
      'driver',
      'education-officer',
      'gate-keeper',
      'leader',
      'school-officer',
      'subject-teacher',
      'town-officer',
      'village-cadre',
      'volunteer',
    ]);
    const cadres = users.filter((user) => user.role === 'village-cadre');
    const otherTown = cadres.filter((cadre) => !cadre.area.startsWith(TOWN));
    expect(otherTown.map((cadre) => cadre.linkedPoints)).toEqual([[]]);
    for (const cadre of cadres) {
      const own = water.points.filter((point) => point.village === cadre.area);
      expect(cadre.linkedPoints).toEqual(ids(own));
    }
  });

  it('has a drought in one town and an epidemic across county borders, both open', () => {
    const [drought, epidemic] = response.responses;
    expect(drought).toMatchObject({
      kind: 'drought',
      start: '2022-08-17',
      end: null,
      areas: [TOWN],
    });
    expect(epidemic).toMatchObject({ kind: 'epidemic', end: null });
    expect(epidemic?.areas).toContain('430200-jingkai');
    expect(response.tenant).toBe('430200');
    expect(Temporal.Instant.from(response.clock.start).toString()).toBe('2022-11-09T22:00:00Z');
  });
});

describe('files', () => {
  it('stay small', () => {
    const files = ['divisions.json', 'households.json', 'places.json', 'water.json'];
    expect(files.filter((file) => statSync(new URL(file, data)).size > 300_000)).toEqual([]);
  });

  it('say which file and field is wrong, and what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
    try {
      cpSync(data, folder, { recursive: true });
      const read = () => readScenario(pathToFileURL(`${folder}/`));
      expect(ids(read().places)).toEqual(ids(places));
      const broken = text('water.json').replace('"litres":10000', '"litres":-1');
      writeFileSync(join(folder, 'water.json'), broken);
      expect(read).toThrow(ScenarioFault);
      expect(read).toThrow(/^water\.json: tankers\/0\/litres: /);
      writeFileSync(join(folder, 'water.json'), '{');
      expect(read).toThrow(/^water\.json: /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
