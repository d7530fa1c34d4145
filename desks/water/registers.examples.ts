import type { DriverRow, PointRow, ShiftRow, Source, TankerRow } from './registers.ts';

const town = '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10';
const village = '4b7d1e93-6c2f-4d18-a5e0-7f9c3b2a1d21';
const yard = '8f3a2b1c-0d9e-4f7a-b6c5-d4e3f2a1b022';
const well = 'a9b8c7d6-e5f4-4a3b-92c1-d0e1f2a3b423';
const hamlet = 'b1c2d3e4-f5a6-4b7c-8d9e-0f1a2b3c4d24';

/** A row as it is kept, and the same as it is typed in. */
function example<Row extends object, Shown extends keyof Row = never>(
  row: Row,
  ...shown: Shown[]
): { row: Row; fields: Omit<Row, 'id' | 'version' | Shown> } {
  const left = new Set<PropertyKey>(['id', 'version', ...shown]);
  const fields = Object.fromEntries(Object.entries(row).filter(([field]) => !left.has(field)));
  return { row, fields: fields as Omit<Row, 'id' | 'version' | Shown> };
}

const sourceRow: Source = {
  id: '2d9c4e6a-1b8f-4c3d-9e7a-5f0b2d4c6e26',
  area: town,
  version: 1,
  name: '白壁村深井一',
  kind: 'deep-well',
  place: well,
  bays: 1,
  litresPerMinute: 100,
  setupSeconds: 240,
  open: [[25200, 64800]],
  litresPerDay: 30000,
  consentFrom: '2022-11-10',
  consentUntil: '2022-12-31',
  consentTerms: '只在约定时段取水',
  testedOn: '2022-11-09',
  testResult: 'passed',
  testAgainBy: '2022-11-23',
  testNote: null,
  state: 'open',
  reason: null,
  since: null,
  invented: true,
};

const tankerRow: TankerRow = {
  id: '3e0d5f7b-2c9a-4d4e-8f8b-6a1c3e5d7f27',
  area: town,
  version: 1,
  name: '洒水1号',
  kind: 'sprinkler',
  litres: 10000,
  home: yard,
  roadClass: 'village',
  licence: 'B2',
  disinfectedOn: '2022-11-08',
  clearedUntil: '2022-11-22',
  lentBy: null,
  lentUntil: null,
  state: 'ready',
  reason: null,
  since: null,
  invented: true,
};

const driverRow: DriverRow = {
  id: '4f1e6a8c-3d0b-4e5f-9a9c-7b2d4f6e8a31',
  area: town,
  version: 1,
  name: '司机甲',
  licence: 'B2',
  hoursPerDay: 9,
  note: null,
  invented: true,
};

const shiftRow: ShiftRow = {
  id: 'c3d4e5f6-a7b8-4c9d-8e0f-1a2b3c4d5e25',
  area: town,
  version: 1,
  tanker: tankerRow.id,
  driver: driverRow.id,
  from: 25200,
  to: 55800,
  validFrom: null,
  validUntil: null,
  invented: true,
};

const pointRow: PointRow = {
  id: '5a1e7c9d-3d0b-4e5f-9a9c-7b2d4f6e8a28',
  area: village,
  version: 1,
  desk: town,
  name: '白壁村3组',
  hamlet: '3组',
  landmark: '村部晒谷坪旁，蓝色水箱',
  place: hamlet,
  kind: 'village',
  people: 240,
  have: 0,
  weight: 1,
  taps: 2,
  litresPerMinute: 80,
  setupSeconds: 300,
  open: [[25200, 75600]],
  maxTankerLitres: 8000,
  wayClosed: false,
  wayClosedWhy: null,
  tankLitres: null,
  tankLevel: null,
  invented: true,
};

export const source = example(sourceRow, 'state', 'reason', 'since');
export const tanker = example(tankerRow, 'state', 'reason', 'since');
export const driver = example(driverRow);
export const shift = example(shiftRow);
export const point = example(pointRow);
