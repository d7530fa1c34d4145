import { exampleClass, exampleSchool } from '../contract.examples.ts';
import type { SchoolDay } from './day.ts';
import type { Timetable } from './timetable.ts';

const gate = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c11';
const stair = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c12';
const lunch = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c13';
const { id, name, stage, grade } = exampleClass;

export const exampleDay: SchoolDay = {
  gates: [
    { id: gate, name: '南门', perMinute: 40, modes: ['walk'], open: [{ from: 400, to: 1120 }] },
  ],
  stairs: [{ id: stair, name: '东楼梯', perMinute: 40 }],
  canteen: { seats: 420, minutes: 20, walk: 5, counters: 10, perCounter: 6 },
  arrival: { first: 420, last: 465, step: 5, usual: 450 },
  meals: [
    {
      id: lunch,
      name: '午餐',
      eats: 'all',
      starts: { first: 660, last: 780, step: 10, usual: 720 },
    },
  ],
  dismissal: { first: 1050, last: 1095, step: 5, usual: 1060 },
  buses: [],
  classes: [{ class: id, people: 42, boarders: 26, cars: 0, rides: [], stair, home: false }],
  siblings: [],
  invented: true,
};

const placements = [
  { activity: `arrival walk ${id}`, start: 450, way: gate },
  { activity: `dismissal walk ${id}`, start: 1060, way: gate },
  { activity: `${lunch} meal ${id}`, start: 720, way: 'seats' },
];
const taken = (resource: string, from: number, to: number, amount: number, capacity: number) => ({
  resource,
  from,
  to,
  amount,
  capacity,
  over: 0,
  mixed: 0,
});

export const exampleTimetable: Timetable = {
  id: '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c14',
  school: exampleSchool.id,
  number: 1,
  basedOn: null,
  made: '2022-11-14T02:00:00.000Z',
  by: '市二中复学专班',
  settings: { spread: 30, siblings: 10, change: 30, seconds: 60 },
  state: 'solved',
  stop: false,
  progress: null,
  basis: { version: 1, day: exampleDay, classes: [{ id, name, stage, grade }], previous: null },
  result: {
    placements,
    loads: [
      taken(gate, 450, 455, 16, 200),
      taken(gate, 1065, 1070, 16, 200),
      taken(stair, 455, 460, 16, 200),
      taken(stair, 720, 725, 42, 200),
      taken(stair, 745, 750, 42, 200),
      taken(stair, 1060, 1065, 16, 200),
      taken('seats', 725, 745, 42, 420),
      taken('counters', 725, 730, 42, 300),
    ],
    costs: { waiting: 0, apart: 0, spread: 0, changes: 0, total: 0 },
    bound: 0,
    overload: 0,
    overloadBound: 0,
    proven: { overload: true, costs: true },
    conflicts: [],
    stopped: false,
    seconds: 0.1,
  },
};
