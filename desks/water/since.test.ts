import { expect, test } from 'vitest';
import { type RowChange, sinceLines } from './since.ts';
import { recorded } from './testing/point-day.ts';
import { floors } from './testing/small-day.ts';

const villages = new Map([
  ['north', '北村'],
  ['south', '南村'],
  ['east', '东村'],
]);
const since = (of: Partial<Parameters<typeof sinceLines>[0]>) =>
  sinceLines({ before: [], today: [], villages, floorsOf: () => floors, changes: [], ...of });
const village = (area: string, perPerson: number, part = {}) =>
  recorded({ area, point: `${area}1`, ...part }, perPerson);

const change = (part: Partial<RowChange>): RowChange => ({
  of: 'source',
  id: 'works',
  name: '水厂',
  deed: 'changed',
  at: '2022-11-10T01:00:00.000Z',
  by: '值班员',
  fields: [],
  ...part,
});
const turned = (before: string, after: string, reason: string | null = null) => [
  { field: 'state', before, after },
  { field: 'reason', before: null, after: reason },
];

test('a village that fell below a floor says which, one that rose above says the highest', () => {
  const lines = since({
    before: [village('north', 15), village('south', 7)],
    today: [village('north', 7), village('south', 20)],
  });
  expect(lines).toEqual([
    {
      kind: 'village',
      area: 'north',
      name: '北村',
      people: 100,
      before: 15,
      after: 7,
      missed: 'survival',
      reached: null,
    },
    {
      kind: 'village',
      area: 'south',
      name: '南村',
      people: 100,
      before: 7,
      after: 20,
      missed: null,
      reached: 'full',
    },
  ]);
});

test('what is as it was is no line, and what had no figure is not compared', () => {
  expect(
    since({
      before: [village('north', 15)],
      today: [village('north', 15), village('east', 5)],
    }),
  ).toEqual([]);
});

test('a village’s worst point decides on its floor, its people together on its litres', () => {
  const [line] = since({
    before: [village('north', 16), village('north', 16, { point: 'north2' })],
    today: [village('north', 20), village('north', 12, { point: 'north2' })],
  });
  expect(line).toMatchObject({ before: 16, after: 16, missed: 'basic', people: 200 });
});

test('turned off, with the reason and who; off and on again is no news', () => {
  const off = change({ fields: turned('open', 'closed', '停电') });
  expect(since({ changes: [off] })).toEqual([
    {
      kind: 'turned',
      of: 'source',
      id: 'works',
      name: '水厂',
      to: 'off',
      reason: '停电',
      at: off.at,
      by: '值班员',
    },
  ]);
  expect(since({ changes: [off, change({ fields: turned('closed', 'open') })] })).toEqual([]);
});

test('a way that is closed says why', () => {
  const fields = [
    { field: 'wayClosed', before: false, after: true },
    { field: 'wayClosedWhy', before: null, after: '塌方' },
  ];
  expect(since({ changes: [change({ of: 'point', id: 'p', fields })] })).toMatchObject([
    { kind: 'way', id: 'p', to: 'closed', reason: '塌方' },
  ]);
});

test('rows that one person added stand together; what came and went again is no news', () => {
  const added = (id: string, by = '值班员') =>
    change({ of: 'point', id, name: id, deed: 'added', by });
  const lines = since({
    changes: [
      ...['a', 'b', 'c', 'd'].map((id) => added(id)),
      added('e', '另一人'),
      added('f'),
      change({ of: 'point', id: 'f', name: 'f', deed: 'removed' }),
      change({ of: 'tanker', id: 't', name: '一号', deed: 'removed' }),
    ],
  });
  expect(lines).toMatchObject([
    { of: 'tanker', deed: 'removed', names: ['一号'], count: 1 },
    { of: 'point', deed: 'added', names: ['a', 'b', 'c'], count: 4, by: '值班员' },
    { of: 'point', deed: 'added', names: ['e'], count: 1, by: '另一人' },
  ]);
});

test('a row that was added and turned off at once says both; one that was turned off and removed, that it is gone', () => {
  const added = change({
    deed: 'added',
    fields: [{ field: 'state', before: null, after: 'open' }],
  });
  const off = change({ fields: turned('open', 'closed', '水质') });
  const gone = change({ deed: 'removed' });
  const kinds = (changes: RowChange[]) => since({ changes }).map(({ kind }) => kind);
  expect(kinds([added])).toEqual(['registered']);
  expect(kinds([added, off])).toEqual(['turned', 'registered']);
  expect(kinds([off, gone])).toEqual(['registered']);
});

test('the most important first: out of use, below a floor, less, reached, back, registered, more', () => {
  const lines = since({
    before: [
      village('north', 15),
      village('south', 20),
      village('east', 10),
      village('west', 16),
      village('hill', 10),
    ],
    today: [
      village('hill', 11),
      village('north', 7),
      village('south', 14),
      village('east', 9),
      village('west', 20),
    ],
    changes: [
      change({ of: 'shift', id: 's', name: '一号', deed: 'added' }),
      change({ of: 'tanker', id: 't', fields: turned('ready', 'out', '爆胎') }),
      change({ fields: turned('open', 'closed', '停电') }),
      change({ id: 'well', fields: turned('closed', 'open') }),
    ],
  });
  expect(
    lines.map((line) =>
      line.kind === 'village' ? line.area : line.kind === 'turned' ? line.id : line.kind,
    ),
  ).toEqual(['works', 't', 'north', 'south', 'east', 'west', 'well', 'registered', 'hill']);
});
