import { exampleClass, exampleMember } from '../../contract.examples.ts';
import type { Room, Sleeper } from './rooms.ts';

export const exampleRoom: Room = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9d11',
  fields: { building: '3号楼', name: '301', kind: 'girls', beds: 8 },
  version: 1,
  taken: 1,
  classes: [{ area: exampleClass.id, name: exampleClass.name, people: 1 }],
  linen: { changed: '2022-11-08', due: '2022-11-15' },
};

export const exampleSleeper: Sleeper = {
  id: exampleMember,
  name: '虚构甲',
  kind: 'pupil',
  area: exampleClass.id,
  areaName: exampleClass.name,
  bed: { room: exampleRoom.id, number: 1 },
};
