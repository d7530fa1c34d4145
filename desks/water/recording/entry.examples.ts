import type { Commitment } from '@liangbuwu/office/commitments/contract.ts';
import { examples as days } from '../contract.examples.ts';
import type { DriverEntry, Entry, KeeperEntry } from './entry.ts';

const { response } = days.getDay.query;
const [tanker] = days.getDay.output.tankers;
const [point] = days.getDay.output.points;
const ids = {
  tanker: tanker?.id ?? response,
  point: point?.id ?? response,
  emptied: '2f8c1f5e-6b1d-4c1c-8f5a-0b9a7c6d5e31',
  received: '7d5b3c2a-1f0e-4d9c-8b7a-6a5f4e3d2c32',
  promise: '0cb3d8bc-3a6c-4d35-8a4d-1e3f0b3f6a01',
  driver: 'f0b3e5a2-5a9d-4a53-9a1c-3a3e8a4e7d04',
  keeper: '9e5c1a3b-7b4f-4c93-8eda-bf6b8d0c2e2a',
};
const at = '2022-11-10T01:05:00.000Z';

const emptied: DriverEntry = {
  kind: 'emptied',
  response,
  tanker: ids.tanker,
  point: ids.point,
  promise: ids.promise,
  amount: { before: 8000, after: 4000 },
  chlorine: 0.5,
  at,
};
const received: KeeperEntry = {
  kind: 'received',
  response,
  point: ids.point,
  promise: ids.promise,
  amount: { litres: 3200 },
  at: '2022-11-10T01:10:00.000Z',
};

const none = {
  source: null,
  before: null,
  after: null,
  chlorine: null,
  doseGrams: null,
  minutes: null,
  homes: null,
  people: null,
  why: null,
  plan: null,
  onBehalfOf: null,
  corrects: null,
  corrected: false,
};

export const emptiedEntry: Entry = {
  ...none,
  id: ids.emptied,
  kind: 'emptied',
  side: 'driver',
  day: '2022-11-10',
  at,
  recorded: '2022-11-10T03:40:00.000Z',
  tanker: ids.tanker,
  point: ids.point,
  promise: ids.promise,
  litres: 4000,
  before: 8000,
  after: 4000,
  chlorine: 0.5,
  by: { id: ids.driver, name: '洒水1号司机甲' },
};
const receivedEntry: Entry = {
  ...none,
  id: ids.received,
  kind: 'received',
  side: 'keeper',
  day: '2022-11-10',
  at: received.at,
  recorded: received.at,
  tanker: null,
  point: ids.point,
  promise: ids.promise,
  litres: 3200,
  by: { id: ids.keeper, name: '白壁村包村干部' },
};

const proof = (entry: Entry, side: 'giver' | 'receiver', quantity: number) => ({
  id: entry.id,
  side,
  quantity,
  at: entry.at,
  saidBy: entry.by.id,
  onBehalfOf: null,
  corrects: null,
});
export const oneSided: Commitment = {
  id: ids.promise,
  giver: `tanker:${ids.tanker}`,
  giverName: tanker?.name ?? '',
  quantity: 4000,
  dueFrom: '2022-11-10T00:10:00.000Z',
  dueTo: at,
  state: 'one-sided',
  planned: true,
  proofs: [proof(emptiedEntry, 'giver', 4000)],
  resolution: null,
};
const disputed: Commitment = {
  ...oneSided,
  state: 'disputed',
  proofs: [...oneSided.proofs, proof(receivedEntry, 'receiver', 3200)],
};

export const examples = {
  driver: {
    params: { entry: ids.emptied },
    body: emptied,
    output: { entry: emptiedEntry, promise: oneSided },
  },
  keeper: {
    params: { entry: ids.received },
    body: received,
    output: { entry: receivedEntry, promise: disputed },
  },
};
