import type { Call } from '@liangbuwu/office/http/client.ts';
import { importHouseholds } from '@liangbuwu/office/register/households/people.contract.ts';
import { putPlace } from '@liangbuwu/office/register/places/contract.ts';
import {
  bringHouseholds,
  mostBrought,
} from '@liangbuwu/office/register/residents/bring.contract.ts';
import { importLasting } from '@liangbuwu/office/register/residents/people.contract.ts';
import { putWell } from '@liangbuwu/office/register/wells/contract.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** Places, stations and households. The officer may enter households; the administrator may not see them. */
export async function loadRegister(
  { scenario, administrator, area }: Loading,
  officer: Call,
): Promise<void> {
  const response = stableId('response drought-2022');
  const town = area('430212106');
  for (const { id, kind, area: code, name, position, roadClass, invented } of scenario.places) {
    await administrator(putPlace, {
      params: { place: stableId(`place ${id}`) },
      body: {
        // A filling place in another town is kept by the town whose tankers use it.
        area: kind === 'source' ? town : area(code),
        name: name['zh-CN'],
        kind,
        lon: position.lon,
        lat: position.lat,
        provenance: position.provenance,
        source: position.provenance === 'schematic' ? position.note['zh-CN'] : position.source,
        roadClass,
        invented: invented ?? false,
      },
    });
  }

  const places = new Map(scenario.places.map((place) => [place.id, place]));
  for (const station of scenario.water.stations) {
    await officer(putWell, {
      params: { well: stableId(`well ${station.id}`) },
      body: {
        area: area(station.village),
        place: stableId(`place ${station.place}`),
        name: places.get(station.place)?.name['zh-CN'] ?? station.id,
        kind: 'station',
        yieldLitresPerDay: station.litresPerDay,
        invented: true,
        first: { state: 'flowing', reason: '试点供水站', since: scenario.response.clock.start },
        response,
      },
    });
  }

  const points = new Map(scenario.water.points.map((point) => [point.id, point]));
  const homes = scenario.households.flatMap((household) => {
    const point = points.get(household.point);
    return point
      ? [{ household, area: area(point.village), place: stableId(`place ${point.place}`) }]
      : [];
  });
  const lastingOf = (id: string) => stableId(`lasting household ${id}`);
  await officer(importLasting, {
    body: {
      households: homes.map(({ household: { id, label, people, phone }, ...lies }) => ({
        id: lastingOf(id),
        ...lies,
        label,
        people,
        residents: phone
          ? [{ id: stableId(`resident ${id}`), name: label, phone, relation: 'head' as const }]
          : [],
      })),
    },
  });

  // From the lasting register into the response, and then what only the response has to know.
  for (let from = 0; from < homes.length; from += mostBrought)
    await officer(bringHouseholds, {
      body: {
        response,
        households: homes.slice(from, from + mostBrought).map(({ household: { id } }) => ({
          lasting: lastingOf(id),
          id: stableId(`household ${id}`),
        })),
      },
    });
  const added = homes.filter(({ household }) => household.aloneElderly || household.cannotCome);
  await officer(importHouseholds, {
    body: {
      response,
      households: added.map(({ household, ...lies }) => ({
        id: stableId(`household ${household.id}`),
        ...lies,
        label: household.label,
        people: household.people,
        aloneElderly: household.aloneElderly ?? false,
        cannotCome: household.cannotCome ?? false,
      })),
    },
  });
}
