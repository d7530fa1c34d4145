import { createHash } from 'node:crypto';
import { putDesk } from '../../desks/water/contract.ts';
import { points, tankers } from '../../desks/water/registers.contract.ts';
import type { Call } from '../../office/http/client.ts';
import { listAreas } from '../../office/register/areas/contract.ts';
import { countHouseholds } from '../../office/register/households/contract.ts';
import {
  type ImportedHousehold,
  importHouseholds,
} from '../../office/register/households/people.contract.ts';
import { putPlace } from '../../office/register/places/contract.ts';
import { openResponse } from '../../office/responses/contract.ts';

export interface County {
  response: string;
  /** The areas of its villages. */
  villages: readonly string[];
  /** The places of its points. */
  places: readonly string[];
}

/** The same id for the same name in every run. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`bench ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Fills a county through its public doors: points, tankers, and households among which some are doubled or wrong. */
export async function fillCounty(
  by: { administrator: Call; officer: Call },
  of: { county: string; households: number; points: number; tankers: number },
): Promise<County> {
  const { areas } = await by.administrator(listAreas, { query: {} });
  const below = new Set([of.county]);
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const { id, parent } of areas) if (parent && below.has(parent)) below.add(id);
  }
  const villages = areas.filter(({ id, level }) => level === 'village' && below.has(id));
  const response = idOf('response');
  await by.administrator(openResponse, {
    params: { response },
    body: {
      kind: 'drought',
      name: { 'zh-CN': '测速', en: 'Bench' },
      starts: '2022-08-17T00:00:00+08:00',
      areas: [of.county],
      clock: '2022-11-10T06:00:00+08:00',
    },
  });
  await by.officer(putDesk, {
    params: { area: of.county },
    body: { response, from: 25_200, to: 86_400, rest: null },
  });
  const places: { id: string; area: string; name: string }[] = [];
  for (let i = 0; i < of.points; i++) {
    const village = villages[i % villages.length];
    if (!village) throw new Error('the county has no villages');
    const group = Math.floor(i / villages.length) + 1;
    const place = { id: idOf(`place ${i}`), area: village.id, name: `${village.name}${group}组` };
    places.push(place);
    await by.administrator(putPlace, {
      params: { place: place.id },
      body: {
        area: place.area,
        name: place.name,
        kind: 'point',
        lon: 113 + (i % 60) / 100,
        lat: 27.4 + Math.floor(i / 60) / 100,
        provenance: 'schematic',
        roadClass: 'village',
        invented: true,
      },
    });
    await by.officer(points.put, {
      params: { row: idOf(`point ${i}`) },
      body: {
        area: place.area,
        desk: of.county,
        name: place.name,
        hamlet: `${group}组`,
        place: place.id,
        // Of some points the figure is old.
        people: Math.round((of.households / of.points) * 3.2 * (i % 12 === 0 ? 1.5 : 1)),
        have: 0,
        taps: 2,
        litresPerMinute: 80,
        setupSeconds: 300,
        invented: true,
      },
    });
  }
  for (let i = 0; i < of.tankers; i++) {
    await by.officer(tankers.put, {
      params: { row: idOf(`tanker ${i}`) },
      body: {
        area: of.county,
        name: `洒水${i + 1}号`,
        kind: 'tanker',
        litres: 8000,
        home: places[i % places.length]?.id ?? '',
        invented: true,
      },
    });
  }
  const { total } = await by.officer(countHouseholds, { query: { response } });
  for (let from = total.households; from < of.households; from += 2000) {
    const many = Array.from({ length: Math.min(2000, of.households - from) }, (_, i) =>
      household(from + i, places),
    );
    await by.officer(importHouseholds, { body: { response, households: many } });
  }
  return { response, villages: villages.map(({ id }) => id), places: places.map(({ id }) => id) };
}

const sizes = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5];
const hamlets = ['李家湾', '王家坝', '杉树坡', '新屋场', '石桥边', '大塘冲'];

function household(at: number, places: readonly { id: string; area: string }[]): ImportedHousehold {
  const place = places[at % places.length];
  if (!place) throw new Error('there is no place');
  const turn = Math.floor(at / places.length);
  // One of 250 is there twice, written otherwise; one of 400 sounds like another.
  const twice = at % 250 === 249;
  const number = twice ? turn : turn + 1;
  const hamlet = hamlets[at % hamlets.length] ?? '';
  const group = (at % places.length) + 1;
  const label = `${at % 400 === 399 ? hamlet.replace('湾', '弯') : hamlet}${group}组${number}${twice ? '号' : '户'}`;
  const people = at % 700 === 0 ? 0 : at % 900 === 0 ? 22 : (sizes[at % sizes.length] ?? 3);
  const elsewhere = at % 500 === 499 ? places[(at + 7) % places.length] : undefined;
  return {
    id: idOf(`household ${at}`),
    area: place.area,
    place: (elsewhere ?? place).id,
    label,
    people,
    aloneElderly: people === 1 && at % 3 === 0,
    cannotCome: at % 29 === 0,
    ...(at % 4 > 0 && { contact: { name: '测速', phone: '138 0000 0000' } }),
  };
}
