import type { StoresBoard } from './stores.contract.ts';
import type { StoreEntry, StoreItem, StoreNeed } from './stores.ts';

export const exampleItem: StoreItem = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d01',
  fields: {
    name: '大米',
    unit: '公斤',
    use: { per: 'head-day', quantity: 0.4 },
    source: '食堂上月用量，示意',
    lead: 2,
    floor: 3,
    cover: 7,
  },
  version: 1,
};

export const exampleEntry: StoreEntry = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d02',
  item: exampleItem.id,
  kind: 'count',
  quantity: 1920,
  noted: null,
  at: '2022-11-09T22:00:00.000Z',
  by: '学校管理员',
  promise: null,
  corrects: null,
  corrected: false,
};

export const examplePromise = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d04';

export const exampleNeed: StoreNeed = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d03',
  item: exampleItem.id,
  day: '2022-11-10',
  quantity: 4800,
  state: 'promised',
  promised: 4800,
  arrived: 0,
  standing: true,
  promises: [
    {
      id: examplePromise,
      giver: `supplier:${examplePromise}`,
      giverName: '示意粮油批发部',
      quantity: 4800,
      dueFrom: '2022-11-11T02:00:00.000Z',
      dueTo: '2022-11-11T02:00:00.000Z',
      state: 'made',
      planned: false,
      proofs: [],
      resolution: null,
    },
  ],
};

export const exampleStores: StoresBoard = {
  inside: { people: 2400, from: 'set', source: '学校值班室', roster: 0, version: 1 },
  items: [
    {
      ...exampleItem,
      standing: {
        counted: { quantity: 1920, at: exampleEntry.at },
        now: 1920,
        perHead: 0.8,
        daysLeft: 2,
        runsOut: '2022-11-12',
        orderBy: '2022-11-10',
        state: 'below',
        ask: 4800,
      },
    },
  ],
  needs: [exampleNeed],
};
