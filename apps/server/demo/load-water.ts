import type { Call } from '@liangbuwu/office/http/client.ts';
import * as scenarioWater from '@liangbuwu/scenario-zhuzhou-2022-11/water.ts';
import { putDesk, putFloors, setSourceState } from '@liangbuwu/water/contract.ts';
import { givePointCodes } from '@liangbuwu/water/public/codes.contract.ts';
import {
  drivers,
  points,
  shifts,
  sites,
  sources,
  tankers,
} from '@liangbuwu/water/registers.contract.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

export interface DemoDesk {
  response: string;
  area: string;
  day: string;
}

const town = '430212106';
const second = scenarioWater.secondsOfDay;
const hours = (open: [string, string]): [number, number] => [second(open[0]), second(open[1])];

/** The town's water desk as its officer would enter it: floors, hours, sources, tankers, points. */
export async function loadWater(loading: Loading, officer: Call): Promise<DemoDesk> {
  const { scenario, administrator, area } = loading;
  const { water, closures, places } = scenario;
  const response = stableId('response drought-2022');
  const desk: DemoDesk = {
    response,
    area: area(town),
    day: scenario.response.clock.start.slice(0, 10),
  };
  const nameOf = new Map(places.map((place) => [place.id, place.name['zh-CN']]));
  const place = (id: string) => stableId(`place ${id}`);

  const { version, validFrom, tiers, kinds } = water.floors;
  await administrator(putFloors, {
    params: { version },
    body: {
      validFrom,
      tiers: tiers.map(({ name, label, litresPerPerson, source }) => ({
        name: name as 'survival',
        label,
        litresPerPerson,
        source,
      })),
      kinds: Object.fromEntries(
        Object.entries(kinds).map(([kind, { litres, weight }]) => [
          kind,
          {
            litres: litres && { perHead: litres.perHead, source: litres.source },
            weight: weight && { times: weight.times, source: weight.source },
          },
        ]),
      ),
    },
  });
  const { every, seconds } = water.rest;
  await officer(putDesk, {
    params: { area: desk.area },
    body: {
      response,
      from: second(water.service.from),
      to: second(water.service.to),
      rest: { every, seconds },
    },
  });

  for (const source of water.sources) {
    const id = stableId(`source ${source.id}`);
    await officer(sources.put, {
      params: { row: id },
      body: {
        area: desk.area,
        place: place(source.place),
        name: nameOf.get(source.place) ?? source.id,
        kind: source.kind,
        bays: source.bays,
        litresPerMinute: source.litresPerMinute,
        setupSeconds: source.setupSeconds,
        open: source.open.map(hours),
        litresPerDay: source.litresPerDay ?? null,
        consentFrom: source.consent?.from ?? null,
        consentUntil: source.consent?.until ?? null,
        consentTerms: source.consent?.terms['zh-CN'] ?? null,
        invented: true,
      },
    });
    const closure = closures.find(({ closes }) => closes.includes(source.place));
    if (closure) {
      await officer(setSourceState, {
        params: { source: id },
        body: { response, state: 'closed', reason: closure.reason['zh-CN'] },
      });
    }
  }

  for (const driver of water.drivers) {
    await officer(drivers.put, {
      params: { row: stableId(`driver ${driver.id}`) },
      body: { area: desk.area, name: driver.name['zh-CN'], invented: true },
    });
  }
  for (const tanker of water.tankers) {
    const id = stableId(`tanker ${tanker.id}`);
    await officer(tankers.put, {
      params: { row: id },
      body: {
        area: desk.area,
        home: place(tanker.home),
        name: tanker.name['zh-CN'],
        litres: tanker.litres,
        kind: 'sprinkler',
        disinfectedOn: tanker.disinfection.last,
        invented: true,
      },
    });
    for (const shift of tanker.shifts) {
      await officer(shifts.put, {
        params: { row: stableId(`shift ${tanker.id} ${shift.from}`) },
        body: {
          area: desk.area,
          tanker: id,
          driver: stableId(`driver ${shift.driver}`),
          from: second(shift.from),
          to: second(shift.to),
          invented: true,
        },
      });
    }
  }

  for (const point of water.points) {
    const tank = point.villageTank;
    await officer(points.put, {
      params: { row: stableId(`point ${point.id}`) },
      body: {
        area: area(point.village),
        desk: desk.area,
        place: place(point.place),
        name: nameOf.get(point.place) ?? point.id,
        people: point.people,
        have: point.ownWater.reduce((sum, { litres }) => sum + litres, 0),
        weight: 1,
        taps: point.taps,
        litresPerMinute: tank?.litresPerMinute ?? point.taps * point.litresPerMinutePerTap,
        setupSeconds: point.setupSeconds,
        open: point.open?.map(hours) ?? null,
        maxTankerLitres: point.access?.maxTankerLitres ?? null,
        landmark: point.landmark?.['zh-CN'] ?? null,
        tankLitres: tank?.litres ?? null,
        tankLevel: tank?.levelAtStart ?? null,
        invented: true,
      },
    });
  }

  for (const one of water.institutions) {
    await officer(points.put, {
      params: { row: stableId(`point ${one.id}`) },
      body: {
        area: area(one.village),
        desk: desk.area,
        place: place(one.place),
        name: nameOf.get(one.place) ?? one.id,
        kind: one.kind,
        people: one.heads,
        have: one.ownLitres,
        taps: one.taps,
        litresPerMinute: one.litresPerMinute,
        setupSeconds: one.setupSeconds,
        open: one.open?.map(hours) ?? null,
        invented: true,
      },
    });
  }
  await loadSites(loading, officer, desk.area);
  await officer(givePointCodes, { body: { area: desk.area } });
  return desk;
}

/** Where stations are and could be. Nothing is solved here: the page does when somebody asks. */
async function loadSites({ scenario, area }: Loading, officer: Call, desk: string): Promise<void> {
  for (const site of scenario.water.sites) {
    await officer(sites.put, {
      params: { row: stableId(`site ${site.id}`) },
      body: {
        area: area(site.village),
        desk,
        name: site.name['zh-CN'],
        kind: site.kind,
        place: site.place ? stableId(`place ${site.place}`) : null,
        ...(site.at && { ...site.at, provenance: 'schematic' as const }),
        yieldLitres: site.litresPerDay,
        countedLitres: site.countedLitres,
        building: site.building,
        running: site.running,
        state: site.state,
        reason: site.reason?.['zh-CN'] ?? null,
        figuresFrom: site.figures['zh-CN'],
        invented: true,
      },
    });
  }
}
