import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, text, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import {
  exampleClass,
  exampleMember,
  exampleResponse,
  exampleSchool,
} from '../../contract.examples.ts';
import { exampleRoom, exampleSleeper } from './rooms.examples.ts';
import { mostRooms, Room, RoomFields, Sleeper } from './rooms.ts';
import * as rules from './rooms-rules.ts';

export const RoomsBoard = z.strictObject({
  rooms: z.array(Room).describe('by building and name'),
  members: z.int().describe('of the school and its classes in this response'),
  withBed: z.int(),
  classes: z
    .array(z.strictObject({ area: id, name: z.string(), people: z.int(), withBed: z.int() }))
    .describe('and the school itself, for staff of no class'),
});
export type RoomsBoard = z.infer<typeof RoomsBoard>;

const school = z.strictObject({ school: id });
const ofSchool = { school: exampleSchool.id };
const inResponse = z.strictObject({ response: id });
const board: RoomsBoard = {
  rooms: [exampleRoom],
  members: 1,
  withBed: 1,
  classes: [{ area: exampleClass.id, name: exampleClass.name, people: 1, withBed: 1 }],
};
const writing = [notFound, responseClosed, changedMeanwhile];

export const readRooms = contract({
  id: 'campus.rooms',
  method: 'GET',
  path: '/api/campus/schools/:school/rooms',
  summary: say(
    '宿舍各间：几张床、住了几人、哪个班、床品该哪天换；没有姓名',
    'Rooms: how many beds, how many sleep there and of which class, when bedding is due; no names',
  ),
  permission: 'campus.rooms',
  params: school,
  query: inResponse,
  output: RoomsBoard,
  errors: [notFound],
  example: { params: ofSchool, query: { response: exampleResponse }, output: board },
});

export const putRooms = contract({
  id: 'campus.put-rooms',
  method: 'PUT',
  path: '/api/campus/schools/:school/rooms',
  summary: say(
    '登记或修改宿舍房间，一次最多 200 间；再次提交不变',
    'Enter or change rooms, at most 200 at once; again it changes nothing',
  ),
  permission: 'campus.rooms-assign',
  largest: 256 * 1024,
  params: school,
  body: z.strictObject({
    response: id,
    rooms: z
      .array(z.strictObject({ id, seen: version.nullable(), fields: RoomFields }))
      .min(1)
      .max(mostRooms),
  }),
  output: z.strictObject({ saved: z.int() }),
  errors: [...writing, outsideResponse, rules.sameRoomName, rules.bedInUse],
  example: {
    params: ofSchool,
    body: {
      response: exampleResponse,
      rooms: [{ id: exampleRoom.id, seen: null, fields: exampleRoom.fields }],
    },
    output: { saved: 1 },
  },
});

export const removeRoom = contract({
  id: 'campus.remove-room',
  method: 'DELETE',
  path: '/api/campus/schools/:school/rooms/:room',
  summary: say('去掉没有人住的一间', 'Take a room off in which nobody sleeps'),
  permission: 'campus.rooms-assign',
  params: school.extend({ room: id }),
  query: inResponse,
  output: z.strictObject({}),
  errors: [...writing, rules.roomInUse],
  example: {
    params: { ...ofSchool, room: exampleRoom.id },
    query: { response: exampleResponse },
    output: {},
  },
});

export const fillRooms = contract({
  id: 'campus.fill-rooms',
  method: 'PUT',
  path: '/api/campus/schools/:school/rooms/filling',
  summary: say(
    '把一个班还没有床位的人排进选的房间，同班尽量一间',
    'Give those of a class who have no bed the free ones of these rooms, the class together',
  ),
  permission: 'campus.rooms-assign',
  params: school,
  body: z.strictObject({
    response: id,
    area: id.describe('the class; of staff in no class the school'),
    rooms: z.array(id).min(1).max(mostRooms),
  }),
  output: z.strictObject({
    withBed: z.int().describe('of the class, by now'),
    without: z.int(),
  }),
  errors: [...writing, rules.noFreeBed, rules.roomForOthers],
  example: {
    params: ofSchool,
    body: { response: exampleResponse, area: exampleClass.id, rooms: [exampleRoom.id] },
    output: { withBed: 1, without: 0 },
  },
});

export const giveBed = contract({
  id: 'campus.give-bed',
  method: 'PUT',
  path: '/api/campus/schools/:school/beds/:member',
  summary: say('给一个人一张床，换床，或退床', 'Give somebody a bed, another one, or none'),
  permission: 'campus.rooms-assign',
  params: school.extend({ member: id }),
  body: z.strictObject({ response: id, bed: Sleeper.shape.bed }),
  output: z.strictObject({}),
  errors: [...writing, rules.bedInUse, rules.noSuchBed, rules.roomForOthers],
  example: {
    params: { ...ofSchool, member: exampleMember },
    body: { response: exampleResponse, bed: { room: exampleRoom.id, number: 1 } },
    output: {},
  },
});

const names = {
  confidential: true,
  output: z.strictObject({ people: z.array(Sleeper) }),
  errors: [notFound, responseClosed, keyDestroyed, keyMissing, sealBroken],
} as const;

export const openSleepers = contract({
  ...names,
  id: 'campus.open-sleepers',
  method: 'POST',
  path: '/api/campus/schools/:school/sleepers',
  summary: say(
    '谁有床位、睡哪里，谁还没有（每次记入台账）',
    'Who has a bed, where, and who has none; each time stands in the ledger',
  ),
  permission: 'campus.rooms-assign',
  params: school,
  body: inResponse,
  example: {
    params: ofSchool,
    body: { response: exampleResponse },
    output: { people: [exampleSleeper] },
  },
});

export const openBuilding = contract({
  ...names,
  id: 'campus.open-building',
  method: 'POST',
  path: '/api/campus/schools/:school/sleepers/building',
  summary: say(
    '一栋楼里谁睡哪里，值守用（每次记入台账）',
    'Who sleeps where in one building, for its keeper; each time stands in the ledger',
  ),
  permission: 'campus.rooms',
  params: school,
  body: inResponse.extend({ building: text(40, 1) }),
  example: {
    params: ofSchool,
    body: { response: exampleResponse, building: exampleRoom.fields.building },
    output: { people: [exampleSleeper] },
  },
});

export const changeLinen = contract({
  id: 'campus.change-linen',
  method: 'PUT',
  path: '/api/campus/schools/:school/rooms/linen',
  summary: say('登记哪几间换洗了床品、哪天', 'Record in which rooms bedding was changed, and when'),
  permission: 'campus.rooms',
  params: school,
  body: z.strictObject({ response: id, rooms: z.array(id).min(1).max(mostRooms), day }),
  output: z.strictObject({}),
  errors: writing,
  example: {
    params: ofSchool,
    body: { response: exampleResponse, rooms: [exampleRoom.id], day: '2022-11-08' },
    output: {},
  },
});
