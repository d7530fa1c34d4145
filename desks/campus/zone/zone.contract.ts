import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id, version } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing, sealBroken } from '@liangbuwu/office/keys/refusals.ts';
import { outsideResponse, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { exampleResponse, exampleSchool } from '../contract.examples.ts';
import { exampleBoard, exampleParcel, exampleZone } from './zone.examples.ts';
import {
  Brought,
  mostAtOnce,
  ParcelLine,
  Place,
  Planned,
  Round,
  Zone,
  ZoneFields,
} from './zone.ts';
import * as rules from './zone-rules.ts';

export const ZoneBoard = z.strictObject({
  zone: Zone.nullable(),
  places: z
    .array(z.strictObject({ place: Place, parcels: z.int() }))
    .describe(
      'every parcel of today, and of other days what is in the school’s hands, counted once',
    ),
  parcels: z.int().describe('all of them'),
  later: z.int().describe('booked for days to come'),
  slots: z.array(
    z.strictObject({ day: z.iso.date(), slot: z.int(), booked: z.int(), outside: z.int() }),
  ),
  late: z.array(ParcelLine).max(200).describe('the first of those that are late'),
  lates: z.int(),
  rounds: z.array(Round).describe('not signed for yet, and those signed for today'),
  plan: Planned.nullable(),
  forecast: Planned.nullable().describe(
    'were all of today’s bookings brought by the end of their slot',
  ),
});
export type ZoneBoard = z.infer<typeof ZoneBoard>;

const school = z.strictObject({ school: id });
const ofSchool = { school: exampleSchool.id };
const step = '5f1f7b60-93c8-4b63-8e0f-1a6f2c7d9c81';
const round = exampleBoard.rounds[0]?.id ?? '';

export const readZone = contract({
  id: 'campus.zone-board',
  method: 'GET',
  path: '/api/campus/schools/:school/zone',
  summary: say(
    '学校的接驳区：每件包裹在哪里，接下来谁送哪一趟，哪些晚了',
    'A school’s transfer zone: where every parcel is, who carries what next, what is late',
  ),
  permission: 'campus.carry',
  params: school,
  query: z.strictObject({ response: id }),
  output: ZoneBoard,
  errors: [notFound],
  example: { params: ofSchool, query: { response: exampleResponse }, output: exampleBoard },
});

export const putZone = contract({
  id: 'campus.put-zone',
  method: 'PUT',
  path: '/api/campus/schools/:school/zone',
  summary: say(
    '设接驳区：时段、每时段件数、消毒、人手、每趟件数、到各楼一趟几分钟',
    'Set the transfer zone up: slots, disinfection, hands, parcels a round, minutes to each building',
  ),
  permission: 'campus.zone',
  params: school,
  body: z.strictObject({
    response: id,
    seen: version.nullable().describe('null: it is new'),
    fields: ZoneFields,
  }),
  output: Zone,
  errors: [notFound, outsideResponse, responseClosed, changedMeanwhile, rules.buildingInUse],
  example: {
    params: ofSchool,
    body: { response: exampleResponse, seen: null, fields: exampleZone.fields },
    output: exampleZone,
  },
});

export const listParcels = contract({
  id: 'campus.list-parcels',
  method: 'GET',
  path: '/api/campus/schools/:school/parcels',
  summary: say('一个时段的包裹和各自在哪里', 'The parcels of one slot, and where each is'),
  permission: 'campus.zone',
  params: school,
  query: z.strictObject({
    response: id,
    day,
    slot: z.coerce.number().pipe(z.int().min(0).max(1440)),
  }),
  output: z.strictObject({ parcels: z.array(ParcelLine) }),
  errors: [notFound],
  example: {
    params: ofSchool,
    query: { response: exampleResponse, day: exampleParcel.day, slot: exampleParcel.slot },
    output: { parcels: [exampleParcel] },
  },
});

export const bookParcels = contract({
  id: 'campus.book-parcels',
  method: 'PUT',
  path: '/api/campus/schools/:school/bookings/:booking',
  summary: say(
    '替供应商成批预约：粘贴名单，一次最多 500 件；收件人加密保存',
    'Book a supplier’s list, at most 500 parcels at once; whom they are for is sealed. Again with the same content it changes nothing',
  ),
  permission: 'campus.zone',
  confidential: true,
  largest: 256 * 1024,
  params: school.extend({ booking: id }),
  body: z.strictObject({
    response: id,
    day,
    slot: z.int().min(0).max(1440),
    parcels: z.array(Brought).min(1).max(mostAtOnce),
  }),
  output: z.strictObject({
    secret: z.string().describe('opens the booking’s own page'),
    parcels: z.array(ParcelLine),
  }),
  errors: [
    notFound,
    responseClosed,
    changedMeanwhile,
    keyDestroyed,
    keyMissing,
    sealBroken,
    rules.noZone,
    rules.slotNotOpen,
    rules.slotFull,
    rules.noSuchBuilding,
    rules.bookedDifferently,
  ],
  example: {
    params: { ...ofSchool, booking: step },
    body: {
      response: exampleResponse,
      day: exampleParcel.day,
      slot: exampleParcel.slot,
      parcels: [{ building: exampleParcel.building, to: '高三1班' }],
    },
    output: { secret: 'ACDEFHJKMNPQRTVW', parcels: [exampleParcel] },
  },
});

const stepping = [notFound, responseClosed, changedMeanwhile, rules.noZone];

export const receiveParcels = contract({
  id: 'campus.receive-parcels',
  method: 'PUT',
  path: '/api/campus/schools/:school/parcel-receipts/:step',
  summary: say(
    '收下包裹（扫码或整时段），开始消毒计时；缺件找到了也在这里登记',
    'Receive parcels by their codes: their disinfection begins. What was missing is found by it',
  ),
  permission: 'campus.zone',
  params: school.extend({ step: id }),
  body: z.strictObject({
    response: id,
    codes: z.array(z.string().max(20)).min(1).max(mostAtOnce),
  }),
  output: z.strictObject({
    received: z.int().describe('by this step, however often it is sent; found ones too'),
    before: z.int().describe('not outside: received before, or withdrawn'),
    unknown: z.array(z.string()).describe('codes that no parcel of this school has'),
  }),
  errors: stepping,
  example: {
    params: { ...ofSchool, step },
    body: { response: exampleResponse, codes: [exampleParcel.code] },
    output: { received: 1, before: 0, unknown: [] },
  },
});

export const planCarrying = contract({
  id: 'campus.plan-carrying',
  method: 'PUT',
  path: '/api/campus/schools/:school/carrying-plans/:plan',
  summary: say(
    '排各趟：哪几件、送哪栋楼、谁送、几点走；还没出发的重排，已出发的不动',
    'Plan the rounds: which parcels, which building, which carrier, when; what has left stays',
  ),
  permission: 'campus.zone',
  params: school.extend({ plan: id }),
  body: z.strictObject({ response: id }),
  output: z.strictObject({ rounds: z.int() }),
  errors: [...stepping, rules.nothingToCarry],
  example: {
    params: { ...ofSchool, plan: step },
    body: { response: exampleResponse },
    output: { rounds: 60 },
  },
});

const ofRound = z.strictObject({ round: id });

export const leaveWithRound = contract({
  id: 'campus.leave-with-round',
  method: 'PUT',
  path: '/api/campus/carrying-rounds/:round/departure/:step',
  summary: say('搬运员带一趟出发', 'A carrier sets out with a round'),
  permission: 'campus.carry',
  params: ofRound.extend({ step: id }),
  output: Round,
  errors: [...stepping, rules.roundMovedOn, rules.notReadyYet, rules.carrierIsOut],
  example: { params: { round, step }, output: exampleBoard.rounds[0] as Round },
});

export const signRound = contract({
  id: 'campus.sign-round',
  method: 'PUT',
  path: '/api/campus/carrying-rounds/:round/signature/:step',
  summary: say(
    '宿舍楼签收一趟：点数，缺件、破损单独勾',
    'A dormitory signs for a round: counted, and what is missing or damaged ticked',
  ),
  permission: 'campus.carry',
  params: ofRound.extend({ step: id }),
  body: z.strictObject({
    counted: z
      .int()
      .min(0)
      .max(mostAtOnce)
      .describe('parcels that are there, damaged ones included'),
    missing: z.array(id).max(mostAtOnce).default([]),
    damaged: z.array(id).max(mostAtOnce).default([]),
  }),
  output: Round,
  errors: [
    ...stepping,
    rules.roundMovedOn,
    rules.signedByCarrier,
    rules.countDiffers,
    rules.notInRound,
  ],
  example: {
    params: { round, step },
    body: { counted: 40 },
    output: exampleBoard.rounds[0] as Round,
  },
});

export const openRound = contract({
  id: 'campus.open-round',
  method: 'POST',
  path: '/api/campus/carrying-rounds/:round/parcels',
  summary: say(
    '看一趟里的包裹和收件人，分发用（每次记入台账）',
    'Read whom the parcels of a round are for, to hand them out; each time stands in the ledger',
  ),
  permission: 'campus.carry',
  confidential: true,
  params: ofRound,
  output: z.strictObject({
    parcels: z.array(
      z.strictObject({ id, code: z.string(), number: z.int(), place: Place, to: z.string() }),
    ),
  }),
  errors: [notFound, responseClosed, keyDestroyed, keyMissing, sealBroken],
  example: {
    params: { round },
    output: {
      parcels: [
        {
          id: exampleParcel.id,
          code: exampleParcel.code,
          number: 1,
          place: 'under-way',
          to: '高三1班',
        },
      ],
    },
  },
});
