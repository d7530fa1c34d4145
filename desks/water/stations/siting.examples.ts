import type { SiteRow } from './site.ts';
import type { Siting } from './siting.ts';

const town = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';
const village = '4b7d1e93-6c2f-4d18-a5e0-7f9c3b2a1d21';
const response = '6e0f0a52-9a1c-4b49-9d1e-0c1f5f0a7b11';
const group = '5a1e7c9d-3d0b-4e5f-9a9c-7b2d4f6e8a28';

export const siteRow: SiteRow = {
  id: '6b2f8d0e-4e1c-4f6a-8bad-8c3e5a7f9b42',
  area: village,
  version: 1,
  desk: town,
  name: '白壁村3组后山井',
  kind: 'well',
  place: null,
  lon: 112.9803,
  lat: 27.558,
  provenance: 'schematic',
  yieldLitres: 2400,
  countedLitres: 0,
  building: 38000,
  running: 420,
  state: 'idea',
  reason: null,
  figuresFrom: '村委会目测，未经抽水试验',
  invented: true,
};

const { id: _, version: _version, ...fields } = siteRow;
export const site = { row: siteRow, fields };

export const exampleSiting: Siting = {
  id: '7d4a0f2c-6a3e-4b8c-9dcf-ae5a7c9b1d64',
  response,
  area: town,
  number: 1,
  day: '2022-11-10',
  made: '2022-11-09T22:00:00.000Z',
  by: '古岳峰镇供水专干',
  settings: { metres: 500, minutes: 20, queueMinutes: 4, most: 6, seconds: 10 },
  state: 'solved',
  stop: false,
  progress: null,
  basis: {
    floors: '2022-11-10/1',
    litresPerPerson: 20,
    detour: 1.3,
    emptyPace: 1.2,
    ladenPace: 1,
    trucking: null,
    missing: ['kilometre', 'driverHour', 'sourceCubicMetre'],
    days: 1,
    supplied: 0,
    sites: [
      {
        id: siteRow.id,
        name: siteRow.name,
        village: '白壁村',
        kind: 'well',
        state: 'idea',
        reason: null,
        lon: 112.9803,
        lat: 27.558,
        provenance: 'schematic',
        yieldLitres: 2400,
        countedLitres: 0,
        building: 38000,
        running: 420,
        invented: true,
      },
    ],
    groups: [
      {
        id: group,
        name: '白壁村3组',
        village: '白壁村',
        lon: 112.981,
        lat: 27.559,
        provenance: 'schematic',
        people: 240,
        litres: 20,
      },
    ],
  },
  result: {
    people: 240,
    inReach: 240,
    servedNow: 0,
    levels: [
      {
        most: 1,
        stations: [
          {
            site: siteRow.id,
            existing: false,
            people: 120,
            litres: 2400,
            spare: 0,
            adds: 120,
            onlyHere: 240,
          },
        ],
        walks: [{ site: siteRow.id, group, people: 120 }],
        unserved: [{ group, people: 120, because: 'yield' }],
        people: 120,
        gain: 120,
        bound: 120,
        proven: { people: true, cost: true, walking: true },
        building: 38000,
        running: 420,
        walking: 20280,
        saved: { cubicMetres: 72, byTanker: null, money: null, payback: null },
      },
    ],
    stopped: false,
    seconds: 0.4,
  },
};
