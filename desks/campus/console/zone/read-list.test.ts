import { expect, test } from 'vitest';
import { readList } from './read-list.ts';

const buildings = [
  { id: 'a', name: '1号楼', minutes: 10 },
  { id: 'b', name: '1号楼东', minutes: 12 },
];

test('a pasted list names building and receiver, however wide it is typed, and says which lines are unclear', () => {
  const text = '1号楼\t高二5班\n１号楼东，  高三1班 虚构甲\n\n2号楼 高一1班\n1号楼\n';
  expect(readList(text, buildings)).toEqual({
    parcels: [
      { building: 'a', to: '高二5班' },
      { building: 'b', to: '高三1班 虚构甲' },
    ],
    bad: [4, 5],
  });
});
