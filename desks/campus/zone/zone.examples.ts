import type { ZoneBoard } from './zone.contract.ts';
import type { ParcelLine, Zone } from './zone.ts';

const building = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c82';

export const exampleZone: Zone = {
  version: 1,
  fields: {
    opens: 360,
    closes: 1080,
    slot: 60,
    perSlot: 200,
    disinfect: 30,
    carriers: 6,
    perRound: 40,
    buildings: [{ id: building, name: '1号楼', minutes: 16 }],
  },
};

export const exampleParcel: ParcelLine = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c83',
  code: 'ACDEFHJK',
  number: 1,
  building,
  day: '2022-11-10',
  slot: 360,
  place: 'outside',
  late: null,
};

export const exampleBoard: ZoneBoard = {
  zone: exampleZone,
  places: [
    { place: 'outside', parcels: 2360 },
    { place: 'ready', parcels: 40 },
  ],
  parcels: 2400,
  later: 0,
  slots: [{ day: '2022-11-10', slot: 360, booked: 200, outside: 160 }],
  late: [],
  lates: 0,
  rounds: [
    {
      id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c84',
      number: 1,
      building,
      carrier: 1,
      state: 'planned',
      leaves: '2022-11-09T22:30:00.000Z',
      back: '2022-11-09T22:46:00.000Z',
      ready: '2022-11-09T22:30:00.000Z',
      signedAt: null,
      parcels: 40,
      missing: 0,
      damaged: 0,
    },
  ],
  plan: {
    at: '2022-11-09T22:00:00.000Z',
    ends: '2022-11-09T22:46:00.000Z',
    bound: '2022-11-09T22:46:00.000Z',
    rounds: 1,
    parcels: 40,
  },
  forecast: null,
};
